using System.Net;

using GenAuth.Sdk.AspNetCore.Internal.Numbers;

using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Internal.Limits;

/// <summary>The limits of sends. The first refusal ends the round, and what was taken before stays taken: a number gets a key only when all, its address and its country let it through.</summary>
internal sealed class SendLimits : IDisposable
{
    private readonly PartitionKeys _keys;
    private readonly Limit _all;
    private readonly Limit _perAddress;
    private readonly Limit _perCountry;
    private readonly Limit _perNumber;

    public SendLimits(GenAuthPhoneSignInOptions options, PartitionKeys keys, ILogger logger)
    {
        Limit Create(string name, PhoneSignInLimit limit) =>
            new(name, limit, options.WhenLimiterFails is LimiterFailureMode.CountInMemory, options.TimeProvider, logger);

        _keys = keys;
        _all = Create("sends", options.Sends);
        _perAddress = Create("sends-per-address", options.SendsPerAddress);
        _perCountry = Create("sends-per-country", options.SendsPerCountry);
        _perNumber = Create("sends-per-number", options.SendsPerNumber);
    }

    /// <summary>How many numbers are counted now.</summary>
    public int NumberCount => _perNumber.PartitionCount;

    /// <summary>Takes one send; null when it may go on.</summary>
    public async ValueTask<LimitRefusal?> AskAsync(RequestedNumber number, IPAddress? address) =>
        await AskAsync(_all, "all").ConfigureAwait(false)
        ?? await AskAsync(_perAddress, ClientAddress.GetClient(address)).ConfigureAwait(false)
        ?? await AskAsync(_perCountry, number.CountryCode).ConfigureAwait(false)
        ?? await AskAsync(_perNumber, number.Identity).ConfigureAwait(false);

    public void Dispose()
    {
        _all.Dispose();
        _perAddress.Dispose();
        _perCountry.Dispose();
        _perNumber.Dispose();
    }

    private ValueTask<LimitRefusal?> AskAsync(Limit limit, string value) => limit.AskAsync(_keys.Create(limit.Name, value));
}
