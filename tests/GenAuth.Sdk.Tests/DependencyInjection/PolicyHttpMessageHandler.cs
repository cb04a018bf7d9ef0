namespace Microsoft.Extensions.Http;

/// <summary>Stands for the handler of that name in Microsoft.Extensions.Http.Polly, which is recognized by its name alone.</summary>
internal sealed class PolicyHttpMessageHandler : DelegatingHandler;
