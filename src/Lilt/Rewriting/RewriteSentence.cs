using System.Globalization;

namespace Lilt.Rewriting;

/// <summary>What was done, in sentences.</summary>
public static class RewriteSentence
{
    private static readonly string[] Numbers = ["", "an octave", "two octaves"];

    /// <summary>How candidates were drawn, and what the offers are worth.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="options">How it was asked for.</param>
    /// <param name="isOpen">Whether the tune was written on to its end.</param>
    public static IReadOnlyList<string> Of(RewriteResult result, RewriteOptions options, bool isOpen)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        List<string> said =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Candidates} candidates, {result.Whole} {(isOpen ? "came to an end" : "filled the measures")}; as good as {result.Effective:0.#} drawn for these bars."
            ),
        ];
        if (result.Candidates > options.Candidates)
        {
            said.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Under {RewriteOptions.FewestEffective} of {options.Candidates} counted, so {result.Candidates} were drawn."
                )
            );
        }

        if (result.IsThin && result.Offers.Count > 0)
        {
            said.Add("Few: what follows fits hardly any of them, so the offers are a poor draw.");
        }

        if (result.Offers.Count > 0 && result.Offers.Count < options.Offers)
        {
            said.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Only {result.Offers.Count} different {(result.Offers.Count == 1 ? "way was" : "ways were")} found."
                )
            );
        }

        return said;
    }

    /// <summary>What was moved by octaves, and what could not be.</summary>
    /// <param name="move">What was done.</param>
    public static IReadOnlyList<string> Of(OctaveMove move)
    {
        ArgumentNullException.ThrowIfNull(move);
        List<string> said = [];
        if (move.Whole != 0)
        {
            said.Add($"The whole tune was moved {Way(move.Whole)}.");
        }

        foreach (IGrouping<int, (int Measure, int Octaves)> same in move.Measures.GroupBy(of => of.Octaves))
        {
            int[] measures = [.. same.Select(of => of.Measure)];
            said.Add($"{Measures(measures)} {(measures.Length == 1 ? "was" : "were")} moved {Way(same.Key)}.");
        }

        foreach (IGrouping<int, (PlacedNote Note, int Octaves)> same in move.Notes.GroupBy(of => of.Octaves))
        {
            int count = same.Count();
            said.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count} {(count == 1 ? "note" : "notes")} of {Lower(Measures([.. same.Select(of => of.Note.Measure).Distinct()]))} {(count == 1 ? "was" : "were")} moved {Way(same.Key)}."
                )
            );
        }

        if (move.Left.Count > 0)
        {
            said.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{move.Left.Count} {(move.Left.Count == 1 ? "note" : "notes")} of {Lower(Measures([.. move.Left.Select(of => of.Measure).Distinct()]))} stayed outside: no octave of them is within the range and among the model's tokens."
                )
            );
        }

        return said.Count > 0 ? said : ["Every note is within the range: nothing was moved."];
    }

    private static string Way(int octaves) => $"{(octaves > 0 ? "up" : "down")} {Numbers[Math.Abs(octaves)]}";

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Measures(int[] numbers)
    {
        IEnumerable<string> texts = numbers.Select(number => number.ToString(CultureInfo.InvariantCulture));
        return numbers.Length == 1 ? $"Measure {texts.First()}" : $"Measures {string.Join(", ", texts.SkipLast(1))} and {texts.Last()}";
    }
}
