using System.Collections.Immutable;

using GenAuth.Sdk.Analyzers;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenAuth.Sdk.CodeFixes;

/// <summary>Chains <c>EnsureSuccess()</c>, or what the response has in its place, to a response that GENAUTH001 found dropped.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EnsureSuccessCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.DroppedResponseId);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);

        // Not offered for a task that is not awaited, because only the author knows whether to await it.
        if (!context.Diagnostics[0].Properties.TryGetValue(DroppedResponseAnalyzer.Chain, out string? method) || method is null
            || root?.FindNode(context.Span, getInnermostNodeForTie: true) is not AwaitExpressionSyntax awaited)
            return;

        string title = $"Chain {method}()";
        context.RegisterCodeFix(
            CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Chain(root, awaited, method))), title),
            context.Diagnostics);
    }

    private static SyntaxNode Chain(SyntaxNode root, AwaitExpressionSyntax awaited, string method)
    {
        // Parsed text keeps its layout, while the parts of a syntax tree put together would be formatted, comments included.
        ExpressionSyntax chained = SyntaxFactory.ParseExpression($"({awaited.WithoutTrivia().ToFullString()}).{method}()");

        // Drops the discard, because the call checks the response now. Comments around it stay.
        return awaited.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "_" } } discard
            ? root.ReplaceNode(discard, chained.WithLeadingTrivia(CollectBefore(discard, awaited)).WithTrailingTrivia(discard.GetTrailingTrivia()))
            : root.ReplaceNode(awaited, chained.WithTriviaFrom(awaited));
    }

    private static SyntaxTriviaList CollectBefore(AssignmentExpressionSyntax discard, AwaitExpressionSyntax awaited)
    {
        SyntaxTrivia[] between = [.. discard.Left.GetTrailingTrivia(), .. discard.OperatorToken.GetAllTrivia(), .. awaited.GetLeadingTrivia()];
        bool areBlanks = between.All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return discard.GetLeadingTrivia().AddRange(areBlanks ? [] : between.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
    }
}
