using System.Net;
using System.Net.Http.Json;

using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Tests.Shared;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>The page of the package: its login must work, and it must explain every problem.</summary>
public class ReadmeTests
{
    private static readonly Page Page = new("src/GenAuth.Sdk.AspNetCore/README.md");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_login_it_shows_signs_a_user_in()
    {
        using MemoryStream program = Snippet.CompileWebProgram(Page.Blocks("csharp").First());
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(cancellationToken: Token);
        genAuth.Users.Add("5550100", name: "Ada");
        await using RunningWebProgram app = await RunningWebProgram.StartAsync(
            program,
            "--GenAuth:AppId=" + genAuth.AppId,
            "--GenAuth:AppHost=" + genAuth.AppHost,
            "--Logging:LogLevel:Default=None");

        using HttpResponseMessage sent = await PostAsync(app, "/phone/code", new { phoneNumber = "+86 555 0100" });
        string code = (await genAuth.Inbox.WaitForAsync("5550100", cancellationToken: Token)).Code;
        using HttpResponseMessage signedIn = await PostAsync(app, "/phone/sign-in", new { phoneNumber = "+86 555 0100", code });

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NoContent), (sent.StatusCode, signedIn.StatusCode));
        Assert.Equal("{\"resendAfter\":60}", await sent.Content.ReadAsStringAsync(Token));
        Assert.Equal("Ada", await app.Client.GetStringAsync(new Uri("/me", UriKind.Relative), Token));
    }

    [Fact]
    public void A_login_takes_fewer_than_15_lines() => Assert.InRange(Page.Blocks("csharp").First().Trim().Split('\n').Length, 1, 14);

    [Fact]
    public void Every_problem_that_a_browser_can_get_is_explained()
    {
        string[] names = [.. typeof(Internal.Endpoints.Problem).GetFields().Select(field => ((Internal.Endpoints.Problem)field.GetValue(null)!).Name)];

        Assert.Equal(13, names.Length);
        Assert.All(names, name => Assert.Contains($"`{name}`", Page.Text, StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> PostAsync(RunningWebProgram app, string path, object body) =>
        app.Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, Token);
}
