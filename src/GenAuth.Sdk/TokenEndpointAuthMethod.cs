namespace GenAuth.Sdk;

/// <summary>How the application proves to GenAuth that it is itself, where an operation signs users in. Set up for each application in the GenAuth console.</summary>
public enum TokenEndpointAuthMethod
{
    /// <summary>The application has no secret, or does not send it.</summary>
    None = 0,

    /// <summary>The secret is sent in the body of the request.</summary>
    ClientSecretPost = 1,

    /// <summary>The secret is sent in the <c>Authorization</c> header.</summary>
    ClientSecretBasic = 2,
}
