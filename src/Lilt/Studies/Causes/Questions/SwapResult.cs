using Lilt.Randomness;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>What interchanges of one set of parts at one dose did.</summary>
internal sealed class SwapResult
{
    private readonly MeterMaterial material;
    private readonly Trial[] trials;

    /// <param name="material">Targets and donors.</param>
    /// <param name="parts">What is interchanged.</param>
    /// <param name="dose">k in eighths.</param>
    /// <param name="pairs">Between which places.</param>
    /// <param name="donors">Where the donors' states are, if not in the same tunes.</param>
    public SwapResult(MeterMaterial material, SwappedParts parts, int dose, IReadOnlyList<SwapPair> pairs, MeterMaterial? donors = null)
    {
        this.material = material;
        Parts = parts;
        Dose = dose;
        Pairs = pairs;
        trials = [.. pairs.Select(pair => TrialOf(pair, (donors ?? material).State(pair.Donor)))];
    }

    /// <summary>What was interchanged.</summary>
    public SwappedParts Parts { get; }

    /// <summary>k in eighths; 0 for shams.</summary>
    public int Dose { get; }

    /// <summary>Between which places.</summary>
    public IReadOnlyList<SwapPair> Pairs { get; }

    /// <summary>What makes it.</summary>
    public IReadOnlyList<Trial> Trials => trials;

    /// <summary>B after the interchange where the bar is due by the donor's count, a pair each.</summary>
    public double[] Moved => [.. Enumerable.Range(0, Pairs.Count).Select(n => After(n, Pairs[n].Moved)!.Value)];

    /// <summary>B after the interchange at the target's own bar, a pair each.</summary>
    public double[] Own => [.. Enumerable.Range(0, Pairs.Count).Select(n => After(n, Pairs[n].Own)!.Value)];

    /// <summary>The same without an interchange.</summary>
    public double[] MovedWithout => [.. Pairs.Select(pair => Without(pair, pair.Moved))];

    /// <summary>The same without an interchange.</summary>
    public double[] OwnWithout => [.. Pairs.Select(pair => Without(pair, pair.Own))];

    /// <summary>B after the interchange at a step of a pair's target; null for one that was not read.</summary>
    /// <param name="pair">From 0.</param>
    /// <param name="step">Of the target.</param>
    /// <param name="of">Which event, from 0.</param>
    public double? After(int pair, int step, int of = 0)
    {
        int read = step - Pairs[pair].Target.Step - 1;
        Trial trial = trials[pair];
        return read >= 0 && read < trial.Tokens.Count ? trial.LogProbability(read, of) : null;
    }

    private double Without(SwapPair pair, int step) => material.Tunes[pair.Target.Tune].LogProbability(step);

    private Trial TrialOf(SwapPair pair, NetworkState donor)
    {
        ReadTune tune = material.Tunes[pair.Target.Tune];
        return new Trial
        {
            Start = material.State(pair.Target),
            Tokens = tune.ReadAt(pair.Target.Step + 1, Math.Max(pair.Moved, pair.Own)),
            Swaps = [(0, Parts, donor)],
        };
    }
}
