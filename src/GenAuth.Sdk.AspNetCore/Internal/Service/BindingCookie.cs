using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

using GenAuth.Sdk.AspNetCore.Internal.Numbers;

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Sdk.AspNetCore.Internal.Service;

/// <summary>Binds a number, and the moment of its code, to the browser that asked for it. All cookies have one size, so that a decoy looks like a good one.</summary>
internal sealed class BindingCookie
{
    private const int MomentBytes = sizeof(long);
    private const int Size = MomentBytes + SHA256.HashSizeInBytes;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector;
    private readonly string _name;
    private readonly TimeProvider _clock;

    public BindingCookie(IDataProtectionProvider protection, string registration, TimeProvider clock)
    {
        _protector = protection.CreateProtector("GenAuth.Sdk.AspNetCore.PhoneSignIn", registration, "v1");
        _name = registration.Length == 0 ? "genauth-phone" : "genauth-phone-" + registration;
        _clock = clock;
    }

    /// <summary>Binds the number; <paramref name="moment"/> is that of the send, or null for now.</summary>
    public void Set(HttpContext context, RequestedNumber number, DateTimeOffset? moment = null) => Write(context, moment, Hash(number));

    /// <summary>Sets a cookie that fits no number.</summary>
    public void SetDecoy(HttpContext context) => Write(context, moment: null, RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));

    /// <summary>The moment that this browser asked for a code for the number; null when it did not, or too long ago.</summary>
    public DateTimeOffset? Find(HttpContext context, RequestedNumber number)
    {
        if (Unprotect(context.Request.Cookies[GetName(context)]) is not { Length: Size } value)
            return null;

        DateTimeOffset moment = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(value));
        bool isGood = CryptographicOperations.FixedTimeEquals(value.AsSpan(MomentBytes), Hash(number)) && _clock.GetUtcNow() - moment < Lifetime;
        return isGood ? moment : null;
    }

    public void Delete(HttpContext context) => context.Response.Cookies.Delete(GetName(context), CreateOptions(context));

    private void Write(HttpContext context, DateTimeOffset? moment, byte[] number)
    {
        byte[] value = new byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(value, (moment ?? _clock.GetUtcNow()).ToUnixTimeMilliseconds());
        number.CopyTo(value, MomentBytes);

        CookieOptions options = CreateOptions(context);
        options.MaxAge = Lifetime;
        context.Response.Cookies.Append(GetName(context), WebEncoders.Base64UrlEncode(_protector.Protect(value)), options);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A provider of keys may throw anything; without keys no cookie is good.")]
    private byte[]? Unprotect(string? text)
    {
        try
        {
            return text is null ? null : _protector.Unprotect(WebEncoders.Base64UrlDecode(text));
        }
        catch (Exception)
        {
            return null;
        }
    }

    // A browser takes a name with this prefix from this host alone, and over https alone.
    private string GetName(HttpContext context) => context.Request.IsHttps ? "__Host-" + _name : _name;

    private static CookieOptions CreateOptions(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };

    private static byte[] Hash(RequestedNumber number) => SHA256.HashData(Encoding.UTF8.GetBytes(number.Identity));
}
