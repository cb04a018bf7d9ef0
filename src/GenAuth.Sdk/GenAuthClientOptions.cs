using System.Diagnostics;
using System.Text.Json.Serialization;

namespace GenAuth.Sdk;

/// <summary>
/// How an <see cref="AuthenticationClient"/> reaches GenAuth. The client copies and validates the options when it is
/// constructed; changing them afterwards, or reloading the configuration they came from, does not change the client.
/// </summary>
public sealed class GenAuthClientOptions
{
    /// <summary>The application's id, from the GenAuth console. Required; printable ASCII without blanks around it.</summary>
    public string? AppId { get; set; }

    /// <summary>
    /// The application's address, for example <c>https://example.genauth.ai</c>. Required; an absolute <c>https</c>
    /// address without user info, query or fragment. A path is kept, and the endpoint (<c>/api/v3/…</c>) is appended to
    /// it; an address that ends in an endpoint is refused. Plain <c>http</c> is accepted for loopback addresses only,
    /// unless <see cref="AllowInsecureHttp"/> is set. Connections of the client's own to a loopback address bypass the
    /// system's proxy. Never take the address from users: the client sends it phone numbers and tokens.
    /// </summary>
    public Uri? AppHost { get; set; }

    /// <summary>
    /// The application's secret, from the GenAuth console. Default null: the application has none, or does not need it.
    /// 1 to 1,024 characters, no control characters. Keep it in a secret store, not in <c>appsettings.json</c>. With a
    /// secret, <see cref="AppHost"/> must be <c>https</c> or a loopback address, whatever <see cref="AllowInsecureHttp"/>
    /// says. Never logged, and left out where the options are serialized as JSON.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public string? AppSecret { get; set; }

    /// <summary>
    /// How <see cref="AppSecret"/> is sent where an operation signs users in; as set up for the application in the GenAuth
    /// console. Default null: <see cref="Sdk.TokenEndpointAuthMethod.ClientSecretPost"/> once there is a secret,
    /// <see cref="Sdk.TokenEndpointAuthMethod.None"/> without one.
    /// </summary>
    public TokenEndpointAuthMethod? TokenEndpointAuthMethod { get; set; }

    /// <summary>
    /// Accepts an <c>http</c> <see cref="AppHost"/> that is not a loopback address. Default false. Phone numbers and
    /// access tokens then cross the network in the clear: for private networks with encryption of their own only. Has no
    /// effect once there is an <see cref="AppSecret"/>.
    /// </summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>
    /// The language of the service's messages: <c>zh-CN</c>, <c>en-US</c>, <c>ja-JP</c> or <c>zh-TW</c>. Default null: the
    /// service's own default, <c>zh-CN</c>. Must have the shape of a language tag (BCP 47), at most 35 characters.
    /// <see cref="GenAuthRequestOptions.Language"/> overrides it for one call.
    /// </summary>
    public string? Language { get; set; }

    /// <summary>
    /// The prefix of the service's own headers. Default <c>x-genauth-</c>; <c>x-authing-</c> for Authing deployments and
    /// white labels. Letters, digits and hyphens, with a hyphen at the end.
    /// </summary>
    public string HeaderPrefix { get; set; } = "x-genauth-";

    /// <summary>How long one attempt may take, from connecting to the last byte of the answer. Default 10 s; 10 ms to one day.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a call may take over all attempts and the waits between them. Default 30 s; at least
    /// <see cref="AttemptTimeout"/>, at most one day. <see cref="GenAuthRequestOptions.Timeout"/> overrides it for one call.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>When and how often an operation is tried again.</summary>
    public GenAuthRetryOptions Retry { get; set; } = new();

    /// <summary>The clock behind every timeout and delay. Default the system's; tests put a fake one here.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal GenAuthClientOptions Copy()
    {
        var copy = (GenAuthClientOptions)MemberwiseClone();
        copy.Retry = Retry.Copy();
        return copy;
    }
}
