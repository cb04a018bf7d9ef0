using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace GenAuth.Sdk;

/// <summary>What is known of a user who signs up. Read when the call begins. All together at most 64 KiB of JSON.</summary>
[SuppressMessage("Usage", "CA2227", Justification = "A caller hands over an object that it has.")]
public sealed class SignUpProfile
{
    /// <summary>The full name. Default null.</summary>
    public string? Name { get; set; }

    /// <summary>The nickname. Default null.</summary>
    public string? Nickname { get; set; }

    /// <summary>The user name, unique in the user pool. Default null.</summary>
    public string? Username { get; set; }

    /// <summary>The e-mail address. Default null.</summary>
    public string? Email { get; set; }

    /// <summary>The address of a picture. Default null.</summary>
    public string? Photo { get; set; }

    /// <summary>Data of the application's own, kept with the user. Default null.</summary>
    public JsonObject? CustomData { get; set; }
}
