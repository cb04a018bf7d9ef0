using System.Text.Json.Serialization;

namespace GenAuth.Sdk.Internal.Json;

/// <summary>Source-generated serialization of the wire types: no reflection, so trimming and AOT are safe.</summary>
/// <remarks>One list for all of them: the generator fails where the attributes are spread over partial declarations (dotnet/runtime#99669).</remarks>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SendSMSDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(PreCheckCodeDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(SignInDto))]
[JsonSerializable(typeof(SignUpDto))]
[JsonSerializable(typeof(BindPhoneDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(UnbindPhoneDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(VerifyUpdatePhoneRequestDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(UpdatePhoneDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(VerifyResetPasswordRequestDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ResetPasswordDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(SendEnrollFactorRequestDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(EnrollFactorDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(VerifyDeleteAccountRequestDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DeleteAccountDto), GenerationMode = JsonSourceGenerationMode.Serialization)]
internal sealed partial class GenAuthJsonContext : JsonSerializerContext;
