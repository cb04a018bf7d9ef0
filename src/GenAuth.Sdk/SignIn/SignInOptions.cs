using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace GenAuth.Sdk;

/// <summary>What a sign-in asks for besides the code. Read when the call begins. All together at most 64 KiB of JSON.</summary>
[SuppressMessage("Usage", "CA2227", Justification = "A caller hands over an object that it has.")]
public sealed class SignInOptions
{
    /// <summary>The scopes, separated by spaces, <c>openid profile phone offline_access</c> for example. Default null: the service's own.</summary>
    public string? Scope { get; set; }

    /// <summary>Whether a user who does not exist is created. Default null: the service's own, which refuses (api code 2004).</summary>
    public bool? AutoRegister { get; set; }

    /// <summary>The tenant to sign in to. Default null.</summary>
    public string? TenantId { get; set; }

    /// <summary>What the pipeline functions of the user pool get to see. Default null.</summary>
    public JsonObject? Context { get; set; }

    /// <summary>What is kept with a user who is created. Default null.</summary>
    public JsonObject? CustomData { get; set; }
}
