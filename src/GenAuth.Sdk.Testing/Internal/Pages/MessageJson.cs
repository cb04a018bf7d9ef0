using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>An SMS as the REST API shows it: without the token, the address and the language of the request.</summary>
internal sealed record MessageJson(string Code, string PhoneNumber, string PhoneCountryCode, string Channel, DateTimeOffset At, CodeState State);
