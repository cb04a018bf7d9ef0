using Microsoft.AspNetCore.Authentication.Cookies;

using PhoneLogin;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// Without an application in the configuration, a GenAuth in this process answers, and no SMS is sent.
bool isLocal = builder.Environment.IsDevelopment() && !builder.Configuration.GetSection("GenAuth").Exists();

builder.Services.AddGenAuthClient();
if (isLocal)
    builder.Services.AddGenAuthEmulator(options => options.InternationalSms = true);

builder.Services
    .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie(options => options.Cookie.SameSite = SameSiteMode.Strict);
builder.Services
    .AddGenAuthPhoneSignIn(options => options.AllowedCountryCodes = ["+86", "+1"])
    .BindConfiguration("PhoneSignIn");

if (builder.Configuration.GetConnectionString("redis") is { Length: > 0 } connectionString)
    await builder.ShareOverRedisAsync(connectionString);

WebApplication app = builder.Build();

// Behind a proxy, set ASPNETCORE_FORWARDEDHEADERS_ENABLED, or call UseForwardedHeaders with the addresses of your proxies.
app.UsePageHeaders();
app.UseFileServer();
app.UseAuthentication();

app.MapGenAuthPhoneSignIn("/phone");
app.MapGet("/session", (HttpContext context) => Session.Of(context.User, isLocal ? "dev/genauth/" : null));
if (isLocal)
    app.MapGenAuthEmulator("/dev/genauth");

app.Run();
