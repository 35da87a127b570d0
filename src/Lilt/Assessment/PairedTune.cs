using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Assessment;

/// <summary>
/// One tune written twice with the same random numbers, as the network is and with something done to it: what either adds to each figure.
/// </summary>
/// <param name="IsChanged">Whether the two differ in any token.</param>
/// <param name="Numbers">
/// [figures × 4] For each of <see cref="PairedTunes.Figures"/>: baseline above, baseline below, operated above, operated below; a figure of
/// many tunes is Σ above / Σ below. 0 below where the tune has no say.
/// </param>
public sealed record PairedTune(bool IsChanged, IReadOnlyList<double> Numbers)
{
    /// <summary>Measures a pair.</summary>
    /// <param name="baseline">The tokens of the network as it is, the start token left out.</param>
    /// <param name="operated">The others.</param>
    /// <param name="isBaselineCut">Whether the limit ended the first.</param>
    /// <param name="isOperatedCut">Whether the limit ended the second.</param>
    public static PairedTune Of(IReadOnlyList<string> baseline, IReadOnlyList<string> operated, bool isBaselineCut, bool isOperatedCut)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(operated);
        return Of(
            Read(baseline),
            Read(operated),
            isBaselineCut != isOperatedCut || !baseline.SequenceEqual(operated),
            isBaselineCut,
            isOperatedCut
        );
    }

    /// <summary>Measures a pair.</summary>
    /// <param name="baseline">The tune of the network as it is; null where its tokens give none.</param>
    /// <param name="operated">The other; null likewise.</param>
    /// <param name="isChanged">Whether the two differ in any token.</param>
    /// <param name="isBaselineCut">Whether the limit ended the first.</param>
    /// <param name="isOperatedCut">Whether the limit ended the second.</param>
    internal static PairedTune Of(Tune? baseline, Tune? operated, bool isChanged, bool isBaselineCut, bool isOperatedCut)
    {
        TuneFigures? first = baseline is null ? null : TuneFigures.Of(baseline);
        TuneFigures? second = operated is null ? null : TuneFigures.Of(operated);
        double[] numbers = new double[PairedTunes.NumbersATune];
        int at = 0;
        foreach (FigureKind kind in FigureKind.All)
        {
            (numbers[at++], numbers[at++]) = first is null ? (0, 0) : kind.Of(first);
            (numbers[at++], numbers[at++]) = second is null ? (0, 0) : kind.Of(second);
        }

        // The last figure: whether the limit ended it.
        (numbers[at++], numbers[at++], numbers[at++], numbers[at]) = (isBaselineCut ? 1 : 0, 1, isOperatedCut ? 1 : 0, 1);
        return new PairedTune(isChanged, numbers);
    }

    private static Tune? Read(IReadOnlyList<string> tokens) =>
        TuneReader.Read($"{Vocabulary.StartText} {string.Join(' ', tokens)}").Tunes is [{ } tune, ..] ? tune : null;
}
