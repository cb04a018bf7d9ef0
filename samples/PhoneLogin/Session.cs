using System.Security.Claims;

namespace PhoneLogin;

/// <summary>What the page asks for when it is opened.</summary>
/// <param name="User">The name of who is signed in, or their id if they have none; null before.</param>
/// <param name="Inbox">Where the codes of the local GenAuth can be read; null with the real one.</param>
internal sealed record Session(string? User, string? Inbox)
{
    public static Session Of(ClaimsPrincipal user, string? inbox) => new(user.Identity?.Name ?? user.FindFirstValue(ClaimTypes.NameIdentifier), inbox);
}
