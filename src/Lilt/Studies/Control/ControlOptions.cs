using Lilt.Generation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Spectra;

namespace Lilt.Studies.Control;

/// <summary>How a control is made.</summary>
public sealed record ControlOptions
{
    /// <summary>The default of <see cref="Limit"/>.</summary>
    public const int DefaultLimit = 500;

    /// <summary>The most random sets that can be asked for.</summary>
    public const int MostSets = 9_999;

    /// <summary>The most tunes that can be asked for.</summary>
    public const int MostTunes = 9_999;

    /// <summary>The study's seed; the control's tunes have the seeds after it. Default 42.</summary>
    public Seed Seed { get; init; } = 42;

    /// <summary>Tunes that are fed to every network, at least 2. Default 10: sets are scarce, tunes are not.</summary>
    public int Tunes { get; init; } = 10;

    /// <summary>
    /// K, random sets a layer, at least 1. Default 199. A layer whose verdict can no longer change is left with those of its first round.
    /// <see cref="FewestSets"/> says how many are needed for a verdict that rests on p.
    /// </summary>
    public int Sets { get; init; } = 199;

    /// <summary>Tunes that the uncut network and the cut ones write on their own, at least 2. Default 25.</summary>
    public int ClosedTunes { get; init; } = 25;

    /// <summary>
    /// Random sets a layer that are also cut at all steps and write on their own; no more than <see cref="Sets"/> are. Default 9.
    /// </summary>
    public int ClosedSets { get; init; } = 9;

    /// <summary>
    /// The band of periods that chose the targets, where it does not hold the measure period; null, the default, where it does.
    /// </summary>
    public Band? OtherBand { get; init; }

    /// <summary>
    /// How a sentence goes on after "the 169 units of layer 1" that were cut; null, the default, says that they have the most power at the
    /// measure period, or in <see cref="OtherBand"/>.
    /// </summary>
    public string? Chosen { get; init; }

    /// <summary>What random sets share with the target. Default <see cref="ControlNull.Matched"/>.</summary>
    public ControlNull Null { get; init; } = ControlNull.Matched;

    /// <summary>What random sets are drawn from. Default <see cref="ControlPool.Layer"/>.</summary>
    public ControlPool Pool { get; init; } = ControlPool.Layer;

    /// <summary>Tokens that every tune begins with after the start token: the studied tune's meter and key.</summary>
    public IReadOnlyList<Token> Header { get; init; } = [];

    /// <summary>Divides the logits, over 0. Default 1.</summary>
    public float Temperature { get; init; } = 1f;

    /// <summary>A tune is cut when it holds one token more than this, the start token counted. Default 500.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Whether a double is drawn, and thrown away, for each token of the header (<see cref="DrawMode.Webapp"/>).</summary>
    public bool DrawsForPrime { get; init; }

    /// <summary>Threads; changes speed alone. Default: the machine's processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Resamples behind each interval, at least 2. Default 9,999.</summary>
    public int Resamples { get; init; } = 9_999;

    /// <summary>The most random sets of a layer that are cut at some steps: at all of them, which is only described, few.</summary>
    /// <param name="when">The steps.</param>
    public int SetsCut(CutSteps when) => when == CutSteps.AllSteps ? Math.Min(ClosedSets, Sets) : Sets;

    /// <summary>
    /// The fewest random sets with which a layer's smallest p, after Holm over the layers, is at most 0.05: 59 for three layers.
    /// </summary>
    /// <param name="layers">Layers that are cut, at least 1.</param>
    public static int FewestSets(int layers) => (int)Math.Ceiling(layers / ControlVerdicts.Significance) - 1;
}
