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
