using System.Globalization;
using Lilt.Studies;

namespace Lilt.Cli;

/// <summary>A study's answer in the terminal: the question, one sentence, a line a layer.</summary>
internal static class HeadlineText
{
    private const string Unknown = "–";

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, StudyHeadline headline)
    {
        output.WriteLine(headline.Question);
        output.WriteLine(headline.Answer);
        output.WriteLine();
        foreach (string line in Table(headline.Layers))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        foreach (string sentence in headline.Disagreements)
        {
            output.WriteLine(sentence);
        }
    }

    /// <summary>
    /// The layers under one another, in columns as wide as their widest cell; a column of which nothing is known is left out.
    /// </summary>
    private static IEnumerable<string> Table(IReadOnlyList<LayerAnswer> layers)
    {
        (string Heading, Func<LayerAnswer, string> Cell)[] columns =
        [
            ("layer", of => Whole(of.Layer)),
            ("units that beat", of => of.Beating is { } beating ? $"{Whole(beating)} of {Whole(of.UnitsInLayer)}" : Unknown),
            ("units cut", of => $"{Whole(of.Units)} of {Whole(of.UnitsInLayer)}"),
            ("measures counted", of => Share(of.CountedUncut)),
            ("with them cut", of => Share(of.CountedCut)),
            ("with random ones cut", of => Share(of.CountedRandom)),
            ("serves counting", of => Word(of.Counts)),
            ("relays the bar", of => Word(of.Relays)),
        ];
        string[][] known =
        [
            .. columns
                .Select(column => (string[])[column.Heading, .. layers.Select(column.Cell)])
                .Where(cells => cells.Skip(1).Any(cell => cell != Unknown)),
        ];
        for (int row = 0; row <= layers.Count; row++)
        {
            yield return string.Join("  ", known.Select(cells => cells[row].PadRight(cells.Max(cell => cell.Length)))).TrimEnd();
        }
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Share(double? share) =>
        share is { } value ? (100 * value).ToString("0.0", CultureInfo.InvariantCulture) + " %" : Unknown;

    private static string Word(VerdictKind verdict) =>
        verdict switch
        {
            VerdictKind.Supported => "supported",
            VerdictKind.Contradicted => "contradicted",
            _ => "undetermined",
        };
}
