using System.Reflection;

namespace GenAuth.Sdk.Tests.Conventions;

/// <summary>What every public member promises by its shape.</summary>
public class PublicSurfaceTests
{
    private static readonly Type[] Exported = typeof(AuthenticationClient).Assembly.GetExportedTypes();

    [Fact]
    public void Asynchronous_methods_are_named_so_cancellable_and_virtual()
    {
        MethodInfo[] asynchronous = [.. Exported.SelectMany(type => type.GetMethods()).Where(method => typeof(Task).IsAssignableFrom(method.ReturnType))];

        Assert.NotEmpty(asynchronous);
        Assert.All(asynchronous, method =>
        {
            ParameterInfo token = method.GetParameters().Last();
            Assert.EndsWith("Async", method.Name, StringComparison.Ordinal);
            Assert.Equal((typeof(CancellationToken), "cancellationToken", true), (token.ParameterType, token.Name, token.IsOptional));
            Assert.True(method.IsVirtual && !method.IsFinal);
        });
    }

    [Fact]
    public void Exceptions_can_be_made_by_a_users_test()
    {
        Type[] exceptions = [.. Exported.Where(type => typeof(Exception).IsAssignableFrom(type))];

        Assert.Equal(5, exceptions.Length);
        Assert.All(exceptions, type =>
        {
            ConstructorInfo constructor = type.GetConstructor([typeof(string), typeof(Exception)])!;
            var cause = new IOException("cause");
            var exception = (GenAuthException)constructor.Invoke(["message", cause]);
            Assert.Equal(("message", cause), (exception.Message, exception.InnerException));
        });
    }

    [Fact]
    public void Nothing_outside_the_two_namespaces_of_users_is_public()
    {
        Assert.Equal(
            ["GenAuth.Sdk", "Microsoft.Extensions.DependencyInjection"],
            Exported.Select(type => type.Namespace).Distinct().OrderBy(name => name, StringComparer.Ordinal));
    }

    [Fact]
    public void Public_classes_are_sealed_unless_they_are_meant_to_be_derived_from()
    {
        Assert.Equal(
            ["AuthenticationClient", "GenAuthException", "GenAuthResponse"],
            Exported.Where(type => type is { IsClass: true, IsSealed: false }).Select(type => type.Name).OrderBy(name => name, StringComparer.Ordinal));
    }
}
