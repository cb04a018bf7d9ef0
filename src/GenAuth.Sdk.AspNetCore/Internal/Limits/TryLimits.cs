using System.Net;

using GenAuth.Sdk.AspNetCore.Internal.Numbers;

using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Internal.Limits;

/// <summary>The limits of tries of a code. They count in memory while a replacement fails, because users must be able to sign in then.</summary>
internal sealed class TryLimits : IDisposable
{
    private readonly PartitionKeys _keys;
    private readonly Limit _perAddress;
    private readonly Limit _perNumber;

    public TryLimits(GenAuthPhoneSignInOptions options, PartitionKeys keys, ILogger logger)
    {
        _keys = keys;
        _perAddress = new Limit("tries-per-address", options.TriesPerAddress, countsInReserve: true, options.TimeProvider, logger);
        _perNumber = new Limit("tries-per-number", options.TriesPerNumber, countsInReserve: true, options.TimeProvider, logger);
    }

    /// <summary>Takes one try of this address; null when it may go on.</summary>
    public ValueTask<LimitRefusal?> AskAsync(IPAddress? address) => AskAsync(_perAddress, ClientAddress.GetClient(address));

    /// <summary>Takes one try for this number; null when it may go on.</summary>
    public ValueTask<LimitRefusal?> AskAsync(RequestedNumber number) => AskAsync(_perNumber, number.Identity);

    public void Dispose()
    {
        _perAddress.Dispose();
        _perNumber.Dispose();
    }

    private ValueTask<LimitRefusal?> AskAsync(Limit limit, string value) => limit.AskAsync(_keys.Create(limit.Name, value));
}
