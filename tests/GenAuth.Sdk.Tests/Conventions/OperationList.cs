using System.Reflection;

using GenAuth.Sdk.Internal.Calls;

namespace GenAuth.Sdk.Tests.Conventions;

/// <summary>Every operation of the client, found where it is declared: a static of its request body.</summary>
internal static class OperationList
{
    private static readonly FieldInfo[] Declarations =
        [.. from type in typeof(AuthenticationClient).Assembly.GetTypes()
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public)
            where typeof(Operation).IsAssignableFrom(field.FieldType)
            select field];

    public static IEnumerable<Operation> Operations => Declarations.Select(declaration => (Operation)declaration.GetValue(null)!);

    public static IEnumerable<Type> RequestBodies => Declarations.Select(declaration => declaration.DeclaringType!);

    public static IEnumerable<MethodInfo> Methods => typeof(AuthenticationClient).GetMethods().Where(method => typeof(Task).IsAssignableFrom(method.ReturnType));
}
