using System.Collections.Immutable;
using System.Composition;

using GenAuth.Sdk.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenAuth.Sdk.CodeFixes;

/// <summary>Chains <c>EnsureSuccess()</c> to an answer that GENAUTH001 found dropped.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class EnsureSuccessCodeFix : CodeFixProvider
{
    private const string Title = "Chain EnsureSuccess()";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.DroppedResponseId];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);

        // A task that is not awaited has nothing to chain to; whether to await it is for a person to decide.
        if (root?.FindNode(context.Span, getInnermostNodeForTie: true) is not AwaitExpressionSyntax awaited)
            return;

        context.RegisterCodeFix(
            CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Chain(root, awaited))), Title),
            context.Diagnostics);
    }

    private static SyntaxNode Chain(SyntaxNode root, AwaitExpressionSyntax awaited)
    {
        ExpressionSyntax chained = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression,
            SyntaxFactory.ParenthesizedExpression(awaited.WithoutTrivia()),
            SyntaxFactory.IdentifierName("EnsureSuccess")));

        // The discard has nothing left to say.
        ExpressionSyntax replaced = awaited.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "_" } } discard ? discard : awaited;
        return root.ReplaceNode(replaced, chained.WithTriviaFrom(replaced));
    }
}
