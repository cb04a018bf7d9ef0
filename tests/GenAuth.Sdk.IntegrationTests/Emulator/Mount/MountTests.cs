using System.Net;
using System.Text;
using System.Text.Json;

using GenAuth.Sdk.Testing;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Mount;

/// <summary>Tests of an emulator in the routes of a web application that listens on a port.</summary>
public abstract class MountTests : IAsyncDisposable
{
    protected const string Path = "/dev/genauth";

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected WebApplication Application { get; private set; } = null!;

    protected GenAuthEmulator Emulator => Application.Services.GetRequiredService<GenAuthEmulator>();

    protected string Origin => Application.Urls.First();

    public virtual async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A host with an emulator, not started.</summary>
    internal static WebApplicationBuilder CreateBuilder(string environment = "Development", Action<GenAuthEmulatorOptions>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddGenAuthEmulator(configure);
        return builder;
    }

    /// <summary>Starts a host that <paramref name="map"/> adds the emulator to.</summary>
    protected async Task StartAsync(Action<WebApplication> map, Action<IServiceCollection>? addServices = null)
    {
        WebApplicationBuilder builder = CreateBuilder();
        addServices?.Invoke(builder.Services);
        Application = builder.Build();
        map(Application);
        await Application.StartAsync(Token);
    }

    protected async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Origin + path));
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request, Token);
    }

    protected async Task<HttpStatusCode> GetStatusAsync(string path, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = await GetAsync(path, headers);
        return response.StatusCode;
    }

    protected async Task<JsonElement> PostAsync(string path, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Origin + path)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("x-genauth-app-id", Emulator.AppId);
        using HttpResponseMessage response = await _client.SendAsync(request, Token);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Token));
    }
}
