using System.Text.RegularExpressions;
using Lilt.Tests;

namespace Lilt.Cli.Tests.Documents;

/// <summary>A Markdown file of the checkout, in the parts that a program can be held against.</summary>
internal sealed partial class Document
{
    /// <summary>The document whose blocks need one another: it is run whole, as it stands, by the tests of the Python package.</summary>
    public const string Tutorial = "docs/tutorial.md";

    private const int Indentation = 4;
    private const string Fence = "```";

    private static readonly string[] Rooms = ["docs", "models", "bench", "web/report", "web/studio"];

    private readonly string[] lines;

    /// <summary>Reads one.</summary>
    /// <param name="name">The file, from the checkout.</param>
    public Document(string name)
    {
        Name = name;
        lines = File.ReadAllLines(Path.Combine(Checkout.Folder, name));
        List<CodeBlock> blocks = [];
        string[] prose = [.. lines];
        for (int at = 0; at < lines.Length; at++)
        {
            int end = BlockEnd(at);
            if (end == at)
            {
                continue;
            }

            bool fenced = lines[at].StartsWith(Fence, StringComparison.Ordinal);
            int margin = fenced ? 0 : lines[at].Length - lines[at].TrimStart().Length;
            Range inside = fenced ? (at + 1)..(end - 1) : at..end;
            blocks.Add(
                new CodeBlock(
                    fenced ? lines[at][Fence.Length..] : "",
                    inside.Start.Value + 1,
                    [.. lines[inside].Select(line => line[Math.Min(margin, line.Length)..])]
                )
            );
            Array.Fill(prose, "", at, end - at);
            at = end - 1;
        }

        Blocks = blocks;
        InlineCode =
        [
            .. InlineCodes()
                .Matches(string.Join('\n', prose))
                .Select(match => match.Groups[1].Value.Replace("\\|", "|", StringComparison.Ordinal).ReplaceLineEndings(" ")),
        ];
    }

    /// <summary>Every document of the checkout.</summary>
    public static IEnumerable<string> Names =>
        Rooms
            .SelectMany(room => Directory.GetFiles(Path.Combine(Checkout.Folder, room), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Checkout.Folder, "*.md"))
            .Select(path => Path.GetRelativePath(Checkout.Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The file, from the checkout.</summary>
    public string Name { get; }

    /// <summary>Its blocks of code, fenced or indented.</summary>
    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>What stands between backticks outside of these, tables included.</summary>
    public IReadOnlyList<string> InlineCode { get; }

    /// <summary>The rows of a table by its first two headings, cells trimmed.</summary>
    public IReadOnlyList<string[]> Table(string first, string second)
    {
        int head = Array.FindIndex(lines, line => Cells(line) is [var one, var two, ..] && one == first && two == second);
        return head < 0
            ? throw new InvalidOperationException($"{Name} has no table with the headings {first} and {second}.")
            : [.. lines.Skip(head + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells)];
    }

    /// <summary>What stands between backticks in a cell.</summary>
    public static IReadOnlyList<string> Codes(string cell) => [.. InlineCodes().Matches(cell).Select(match => match.Groups[1].Value)];

    private static string[] Cells(string line) =>
        line.StartsWith('|')
            ? [.. CellEnds().Split(line.Trim().Trim('|')).Select(cell => cell.Replace("\\|", "|", StringComparison.Ordinal).Trim())]
            : [];

    private int BlockEnd(int at)
    {
        if (lines[at].StartsWith(Fence, StringComparison.Ordinal))
        {
            return Array.FindIndex(lines, at + 1, line => line.StartsWith(Fence, StringComparison.Ordinal)) + 1;
        }

        bool begins = IsIndented(at) && (at == 0 || lines[at - 1].Length == 0);
        int end = at;
        while (
            begins && end < lines.Length && (IsIndented(end) || (lines[end].Length == 0 && end + 1 < lines.Length && IsIndented(end + 1)))
        )
        {
            end++;
        }

        return end;
    }

    private bool IsIndented(int at) => lines[at].StartsWith(new string(' ', Indentation), StringComparison.Ordinal);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InlineCodes();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellEnds();
}
