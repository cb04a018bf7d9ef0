using GenAuth.Sdk.Tests.Shared;

namespace GenAuth.Sdk.IntegrationTests.Pages;

/// <summary>What a page shows in C#, wherever the page is, compiles as it stands there.</summary>
public class CodeBlockTests
{
    // What the fragments of all pages take for granted of an application.
    private const string Application = """
        global using System.Security.Claims;
        global using System.Threading.RateLimiting;
        global using GenAuth.Sdk.AspNetCore;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using RedisRateLimiting;
        global using StackExchange.Redis;

        public abstract partial class Surroundings
        {
            protected WebApplicationBuilder builder = null!;
            protected IConnectionMultiplexer redis = null!;
            protected Captcha captcha = null!;
            protected Accounts accounts = null!;
            protected Audit audit = null!;
            protected string[] numbers = [];

            public abstract class Captcha { public abstract ValueTask<bool> IsHumanAsync(string? token); }
            public abstract class Accounts { public abstract ValueTask<ClaimsPrincipal?> FindAsync(ClaimsPrincipal user); }
            public abstract class Audit { public abstract void Write(PhoneSignInEvent happened); }
        }
        """;

    /// <summary>A page and the number of a block on it, from 1.</summary>
    public static TheoryData<string, int> Blocks =>
        [.. Page.FindAll().SelectMany(path => new Page(path).Blocks("csharp").Select((_, index) => (path, index + 1)))];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_block_compiles(string path, int number)
    {
        string block = new Page(path).Blocks("csharp").ElementAt(number - 1);

        using MemoryStream assembly = block switch
        {
            _ when block.Contains("WebApplication.CreateBuilder(", StringComparison.Ordinal) => Snippet.CompileWebProgram(block),
            _ when block.StartsWith("using ", StringComparison.Ordinal) => Snippet.CompileProgram(block),
            _ => Snippet.CompileFragment(block, Application),
        };
    }
}
