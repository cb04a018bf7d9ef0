using System.Reflection;
using System.Text.Json.Serialization.Metadata;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk.Tests.Conventions;

/// <summary>What every operation has, so that a new one cannot forget it.</summary>
public class OperationTests
{
    // Beyond this many the next noun becomes a client of its own.
    private const int MostOperations = 40;

    [Fact]
    public void Every_method_has_an_operation_of_its_name()
    {
        Assert.Equal(
            OperationList.Methods.Select(method => method.Name).OrderBy(name => name, StringComparer.Ordinal),
            OperationList.Operations.Select(operation => operation.Name + "Async").OrderBy(name => name, StringComparer.Ordinal));
        Assert.InRange(OperationList.Operations.Count(), 4, MostOperations);
    }

    [Fact]
    public void No_two_operations_share_a_path()
    {
        string[] paths = [.. OperationList.Operations.Select(operation => operation.Path)];

        Assert.All(paths, path => Assert.StartsWith("/api/v3/", path, StringComparison.Ordinal));
        Assert.Equal(paths.Length, paths.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_request_body_is_serialized_without_reflection() =>
        Assert.All(OperationList.RequestBodies, type => Assert.IsType<JsonTypeInfo>(GenAuthJsonContext.Default.GetTypeInfo(type), exactMatch: false));

    [Fact]
    public void Every_operation_says_what_each_outcome_means()
    {
        Assert.All(OperationList.Operations, operation => Assert.NotSame(OutcomeText.Neutral, operation.Text));
        string[] sentences =
            [.. OperationList.Operations.SelectMany(operation => new[] { operation.Text.NotProcessed, operation.Text.Unknown, operation.Text.Processed })];
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        Assert.Equal(sentences.Length, sentences.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Only_an_operation_that_sends_may_be_opted_in_to_repeats() =>
        Assert.All(
            OperationList.Operations.Where(operation => operation.UnknownOutcomeRetry is UnknownOutcomeRetry.IfOptedIn),
            operation => Assert.True(operation.SendsSms));

    [Fact]
    public void Every_method_ends_in_options_and_a_token()
    {
        Assert.All(OperationList.Methods, method =>
        {
            ParameterInfo[] parameters = method.GetParameters();
            ParameterInfo options = parameters[parameters.Length - 2], token = parameters[parameters.Length - 1];
            Assert.Equal(("requestOptions", typeof(GenAuthRequestOptions)), (options.Name, options.ParameterType));
            Assert.Equal(("cancellationToken", typeof(CancellationToken)), (token.Name, token.ParameterType));
        });
    }

    [Fact]
    public void Every_method_returns_an_answer() =>
        Assert.All(OperationList.Methods, method => Assert.True(typeof(GenAuthResponse).IsAssignableFrom(method.ReturnType.GetGenericArguments().Single())));
}
