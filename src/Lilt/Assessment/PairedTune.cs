using Lilt.Notation;

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
            TuneNumbers.Of(baseline, isBaselineCut),
            TuneNumbers.Of(operated, isOperatedCut),
            isBaselineCut != isOperatedCut || !baseline.SequenceEqual(operated)
        );
    }

    /// <summary>A pair of tunes that were measured.</summary>
    /// <param name="baseline">What <see cref="TuneNumbers"/> gives of the network as it is.</param>
    /// <param name="operated">Of the other.</param>
    /// <param name="isChanged">Whether the two differ in any token.</param>
    internal static PairedTune Of(IReadOnlyList<double> baseline, IReadOnlyList<double> operated, bool isChanged)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(operated);
        double[] numbers = new double[PairedTunes.NumbersATune];
        for (int at = 0; at < numbers.Length; at += PairedTunes.NumbersAFigure)
        {
            (numbers[at], numbers[at + 1]) = (baseline[at / 2], baseline[(at / 2) + 1]);
            (numbers[at + 2], numbers[at + 3]) = (operated[at / 2], operated[(at / 2) + 1]);
        }

        return new PairedTune(isChanged, numbers);
    }

    /// <summary>Measures a pair.</summary>
    /// <param name="baseline">The tune of the network as it is; null where its tokens give none.</param>
    /// <param name="operated">The other; null likewise.</param>
    /// <param name="isChanged">Whether the two differ in any token.</param>
    /// <param name="isBaselineCut">Whether the limit ended the first.</param>
    /// <param name="isOperatedCut">Whether the limit ended the second.</param>
    internal static PairedTune Of(Tune? baseline, Tune? operated, bool isChanged, bool isBaselineCut, bool isOperatedCut) =>
        Of(TuneNumbers.Of(baseline, isBaselineCut), TuneNumbers.Of(operated, isOperatedCut), isChanged);
}
