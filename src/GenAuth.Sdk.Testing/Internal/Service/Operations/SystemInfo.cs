using System.Text.Json;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>What official clients ask for the keys that passwords are encrypted with. The emulator has none: it takes plain passwords.</summary>
internal sealed class SystemInfo : EmulatedOperation
{
    public SystemInfo()
        : base("SystemInfo", "/api/v3/system")
    {
        Method = "GET";
        NeedsApplication = false;
    }

    public override Decision Decide(ServiceRequest request) => Decision.Accept(() => ServiceResponse.CreateBare(WriteMembers));

    private static void WriteMembers(Utf8JsonWriter writer)
    {
        foreach (string algorithm in (string[])["rsa", "sm2"])
        {
            writer.WriteStartObject(algorithm);
            writer.WriteString("publicKey", string.Empty);
            writer.WriteEndObject();
        }

        writer.WriteStartObject("version");
        writer.WriteString("server", "emulator");
        writer.WriteEndObject();
        writer.WriteStartArray("publicIps");
        writer.WriteEndArray();
    }
}
