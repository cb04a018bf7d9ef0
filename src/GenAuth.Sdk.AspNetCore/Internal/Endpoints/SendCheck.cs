using System.Diagnostics.CodeAnalysis;

using GenAuth.Sdk.AspNetCore.Internal.Numbers;
using GenAuth.Sdk.AspNetCore.Internal.Telemetry;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary>The application's own check before a send.</summary>
internal sealed class SendCheck
{
    private readonly Func<PhoneSignInSend, ValueTask<bool>>? _check;
    private readonly ILogger _logger;

    public SendCheck(GenAuthPhoneSignInOptions options, ILogger logger)
    {
        _check = options.CheckSend;
        _logger = logger;
    }

    /// <summary>Whether the send may go on; null when the check failed, and then it may not.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A check of the application's may throw anything.")]
    public async ValueTask<bool?> PassesAsync(HttpContext context, RequestedNumber number)
    {
        try
        {
            return _check is null || await _check(new PhoneSignInSend(context, number.Value)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _logger.HookFailed(nameof(GenAuthPhoneSignInOptions.CheckSend), exception.GetType().Name);
            return null;
        }
    }
}
