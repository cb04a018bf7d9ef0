namespace GenAuth.Sdk.Testing.Internal.Service.Tokens;

/// <summary>What an action token is good for.</summary>
/// <param name="Operation">The one operation that takes it.</param>
/// <param name="AppId">The application that it was issued to.</param>
/// <param name="UserId">The user who asked.</param>
/// <param name="Recipient">The number that the action is about, and what its code is for; null where there is none.</param>
internal sealed record ActionGrant(string Operation, string AppId, string UserId, Recipient? Recipient = null);
