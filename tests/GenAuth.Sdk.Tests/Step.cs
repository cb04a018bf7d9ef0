namespace GenAuth.Sdk.Tests;

/// <summary>What one request meets: an answer, a failure or neither, given the request and the token that ends the attempt.</summary>
internal delegate Task<HttpResponseMessage> Step(HttpRequestMessage request, CancellationToken cancellationToken);
