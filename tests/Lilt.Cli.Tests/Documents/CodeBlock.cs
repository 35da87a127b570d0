namespace Lilt.Cli.Tests.Documents;

/// <summary>A block of code in a document.</summary>
/// <param name="Language">What stands behind the fence; empty for an indented block.</param>
/// <param name="Line">The line of the document, from 1, on which its first line stands.</param>
/// <param name="Lines">Its lines, without the indentation that makes it a block.</param>
internal sealed record CodeBlock(string Language, int Line, IReadOnlyList<string> Lines)
{
    /// <summary>The lines as one text.</summary>
    public string Text => string.Join('\n', Lines);
}
