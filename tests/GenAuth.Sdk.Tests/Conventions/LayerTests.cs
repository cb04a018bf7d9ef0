using Mono.Cecil;
using Mono.Cecil.Cil;

namespace GenAuth.Sdk.Tests.Conventions;

/// <summary>References run one way: a folder of <c>Internal</c> may use those to its left. Read from the method bodies of the built assembly.</summary>
public class LayerTests
{
    private const string Root = "GenAuth.Sdk.Internal";

    private static readonly string[] Order = ["Validation", "Json", "Privacy", "Contract", "Calls", "Http", "Telemetry", "Resilience"];

    [Fact]
    public void No_folder_uses_one_to_its_right()
    {
        (string From, string To)[] wrong =
            [.. from reference in References()
                let left = Rank(reference.From)
                let right = Rank(reference.To)
                where left >= 0 && right > left
                select (reference.From.FullName, reference.To.FullName)];

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Every_folder_has_its_place()
    {
        string[] namespaces =
            [.. References().Select(reference => reference.From.Namespace).Where(name => name.StartsWith(Root + ".", StringComparison.Ordinal)).Distinct()];

        Assert.Equal(Order.Select(folder => $"{Root}.{folder}").OrderBy(name => name, StringComparer.Ordinal), namespaces.OrderBy(name => name, StringComparer.Ordinal));
    }

    [Fact]
    public void Public_types_use_nothing_of_the_pipeline()
    {
        string[] wrong =
            [.. from reference in References()
                where reference.From.Namespace == "GenAuth.Sdk" && reference.To.Namespace is Root + ".Resilience"
                select reference.From.FullName];

        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_pipeline_writes_the_progress_of_a_call()
    {
        string[] writers =
            [.. from type in AllTypes()
                from method in type.Methods
                where method.HasBody
                from instruction in method.Body.Instructions
                where instruction.Operand is MethodReference { DeclaringType.FullName: Root + ".Calls.Call" } setter
                    && setter.Name.StartsWith("set_", StringComparison.Ordinal)
                    && setter.Name is not ("set_Channel" or "set_Span")
                select Outermost(type).Name];

        Assert.Equal(["CallPipeline"], writers.Distinct());
    }

    private static int Rank(TypeReference type) =>
        type.Namespace.StartsWith(Root + ".", StringComparison.Ordinal) ? Array.IndexOf(Order, type.Namespace.Substring(Root.Length + 1))
        : type.Namespace == Root && type.Name is "OperationInvoker" ? Order.Length
        : -1;

    private static IEnumerable<(TypeReference From, TypeReference To)> References()
    {
        foreach (TypeDefinition type in AllTypes())
        {
            TypeReference from = Outermost(type);
            IEnumerable<TypeReference> signature = type.Fields.Select(field => field.FieldType)
                .Concat(type.Methods.SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)));
            IEnumerable<TypeReference> bodies = type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions.SelectMany(Operands));
            foreach (TypeReference to in signature.Concat(bodies).SelectMany(Parts))
                yield return (from, Outermost(to));
        }
    }

    private static IEnumerable<TypeDefinition> AllTypes()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(AuthenticationClient).Assembly.Location);
        foreach (TypeDefinition type in assembly.MainModule.GetTypes())
            yield return type;
    }

    private static IEnumerable<TypeReference> Operands(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type is GenericInstanceType generic
        ? generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType)
        : [type.GetElementType()];

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }
}
