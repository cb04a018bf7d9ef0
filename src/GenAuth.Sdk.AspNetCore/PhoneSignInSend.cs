using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.AspNetCore;

/// <summary>A code that somebody asks for, before any limit was asked and anything was sent. Its <c>ToString()</c> shows nothing of it.</summary>
public sealed class PhoneSignInSend
{
    internal PhoneSignInSend(HttpContext httpContext, PhoneNumber phoneNumber)
    {
        HttpContext = httpContext;
        PhoneNumber = phoneNumber;
    }

    /// <summary>The request. Its body was read already: let the page send what the check needs, a captcha's token for example, in a header.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The number, which is private.</summary>
    public PhoneNumber PhoneNumber { get; }
}
