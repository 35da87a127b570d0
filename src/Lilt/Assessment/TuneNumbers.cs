using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Assessment;

/// <summary>What one tune adds to each of <see cref="PairedTunes.Figures"/>: a figure of many tunes is Σ above / Σ below.</summary>
internal static class TuneNumbers
{
    /// <summary>Measures a tune.</summary>
    /// <param name="tokens">Its tokens, the start token left out.</param>
    /// <param name="isCut">Whether the limit ended it.</param>
    /// <returns>[figures × 2] Above, below; 0 below where the tune has no say.</returns>
    public static double[] Of(IReadOnlyList<string> tokens, bool isCut)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return Of(Read(tokens), isCut);
    }

    /// <summary>Counts a tune's measures and nothing else: half the work.</summary>
    /// <param name="tokens">Its tokens, the start token left out.</param>
    /// <returns>What <see cref="Of(IReadOnlyList{string}, bool)"/> gives of the first two figures, the counted measures; 0 of the others.</returns>
    public static double[] CountsOf(IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        double[] numbers = new double[2 * PairedTunes.Figures.Count];
        if (Read(tokens) is { } tune)
        {
            TuneCount count = MeasureCounter.Count(tune);
            (numbers[0], numbers[1], numbers[2], numbers[3]) = (count.Counted, count.Total, count.StrictlyCounted, count.Total);
        }

        return numbers;
    }

    /// <summary>Measures a tune.</summary>
    /// <param name="tune">The tune; null where its tokens give none.</param>
    /// <param name="isCut">Whether the limit ended it.</param>
    internal static double[] Of(Tune? tune, bool isCut)
    {
        TuneFigures? figures = tune is null ? null : TuneFigures.Of(tune);
        double[] numbers = new double[2 * PairedTunes.Figures.Count];
        int at = 0;
        foreach (FigureKind kind in FigureKind.All)
        {
            (numbers[at++], numbers[at++]) = figures is null ? (0, 0) : kind.Of(figures);
        }

        // The last figure: whether the limit ended it.
        (numbers[at++], numbers[at]) = (isCut ? 1 : 0, 1);
        return numbers;
    }

    internal static Tune? Read(IReadOnlyList<string> tokens) =>
        TuneReader.Read($"{Vocabulary.StartText} {string.Join(' ', tokens)}").Tunes is [{ } tune, ..] ? tune : null;
}
