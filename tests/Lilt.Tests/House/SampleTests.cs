using System.Text.RegularExpressions;
using Xunit;

namespace Lilt.Tests.House;

/// <summary>The scripts of samples/: short, and each says what it is for. That they run, test.sh sees to.</summary>
public sealed partial class SampleTests
{
    private const int MostLines = 15;
    private const int WidestLine = 140;

    public static TheoryData<string> Samples =>
        [
            .. Directory
                .GetFiles(Path.Combine(Checkout.Folder, "samples"), "*.cs")
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_HasAtMostFifteenLines(string name)
    {
        string[] lines =
        [
            .. Lines(name)
                .Where(line =>
                    line.Trim().Length > 0
                    && !line.StartsWith("#:", StringComparison.Ordinal)
                    && !line.StartsWith("//", StringComparison.Ordinal)
                    && !Using().IsMatch(line)
                ),
        ];

        Assert.InRange(lines.Length, 2, MostLines);
        Assert.All(
            lines,
            line =>
            {
                Assert.InRange(line.Length, 1, WidestLine);

                // A line is a statement: what stands in a for's head and in texts aside, one semicolon ends it.
                Assert.True(Statements(line) <= 1, line);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_SaysWhatItAsksHowItIsRunWhatItPrintsHowLongItTakesAndHowTheTestsRunIt(string name)
    {
        string[] head =
        [
            .. Lines(name)
                .SkipWhile(line => line.StartsWith("#:", StringComparison.Ordinal))
                .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)),
        ];
        string text = string.Join('\n', head);

        Assert.Contains("?", head[0], StringComparison.Ordinal);
        Assert.Contains($"//     dotnet run -c Release samples/{name}", text, StringComparison.Ordinal);
        Assert.Matches("[Pp]rints ", text);
        Assert.Matches("\n// Takes [0-9]", text);
        Assert.Single(head, line => Shortened().IsMatch(line));
        Assert.Contains(
            $"({name})",
            File.ReadAllText(Path.Combine(Checkout.Folder, "docs", "scripting.md")).Replace("../samples/", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    private static string[] Lines(string name) => File.ReadAllLines(Path.Combine(Checkout.Folder, "samples", name));

    private static int Statements(string line) =>
        line.TrimStart().StartsWith("for (", StringComparison.Ordinal) ? 1 : Text().Replace(line, "").Count(letter => letter == ';');

    [GeneratedRegex(@"^using [\w.]+;$")]
    private static partial Regex Using();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Text();

    [GeneratedRegex("^// test\\.sh runs it with(: .+| no arguments)$")]
    private static partial Regex Shortened();
}
