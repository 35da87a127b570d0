namespace Lilt.Studies.Control;

/// <summary>Adds random sets to the open loop, a round at a time, while a layer's verdict can still change.</summary>
/// <remarks>
/// <para>
/// A cut is left with the sets of its first round where p decides nothing: the uncut network does not count, the sets match badly, the target takes too
/// little of the contrast, or random sets take all of it as well. Else it is stopped when <see cref="Hopeless"/> sets have a residual as low as the target's.
/// A cut that is stopped is not called supported, so stopping can only lower the rate of false verdicts.
/// </para>
/// <para>Source: J. Besag and P. Clifford, "Sequential Monte Carlo p-values", Biometrika 78(2), 1991.</para>
/// </remarks>
/// <param name="loop">The tunes.</param>
/// <param name="options">How many sets.</param>
/// <param name="targets">What was cut.</param>
/// <param name="sets">The random sets, in the order of the targets.</param>
/// <param name="read">Told how many tunes, over all networks, were read more, and how many are still to come at the most.</param>
internal sealed class TimingRounds(
    OpenLoop loop, ControlOptions options, IReadOnlyList<ControlTarget> targets, IReadOnlyList<ControlSets> sets, Action<int, int> read)
{
    /// <summary>Random sets with a residual as low as the target's after which no more are drawn.</summary>
    private const int Hopeless = 20;

    /// <summary>Random sets of a round.</summary>
    private const int Round = 40;

    private readonly ControlIntervals intervals = new(options.Tunes, options.Resamples, options.Seed);
    private readonly double level = 1 - (ControlVerdicts.Significance / targets.Count);
    private readonly List<TimingRow> rows = [new(null, 0, -1, loop.Uncut)];

    /// <summary>The uncut network, then every network that was read, with what was read of it.</summary>
    public IReadOnlyList<TimingRow> Rows => rows;

    /// <summary>The 95 % interval of the uncut network's timing contrast.</summary>
    public ControlInterval UncutInterval() =>
        intervals.OfUncut(new TuneTable(1, loop.Uncut.Length, (_, tune) => loop.Uncut[tune].ContrastSum), 1 - ControlVerdicts.Significance);

    /// <summary>Makes one way of cutting in every layer.</summary>
    /// <param name="when">At which steps.</param>
    /// <param name="counts">Whether the uncut network counts: if not, no verdict rests on these sets.</param>
    public TimingCut Run(CutSteps when, bool counts)
    {
        TimingEffect[] effects = [.. targets.Select((target, index) => OfLayer(when, target, sets[index], counts))];
        if (when == CutSteps.AllSteps)
        {
            return new TimingCut(when, effects);
        }

        double[] holm = Holm.Adjust([.. effects.Select(effect => effect.P!.Value)]);
        return new TimingCut(when, [.. effects.Select((effect, index) => effect with { Holm = holm[index] })]);
    }

    private TimingEffect OfLayer(CutSteps when, ControlTarget target, ControlSets of, bool counts)
    {
        TimingLayer layer = new(loop, when, target, of);
        int most = when == CutSteps.AllSteps ? Math.Min(options.ClosedSets, options.Sets) : options.Sets;
        Grow(Math.Min(Round, most));
        if (layer.Sets < most && counts && ControlVerdicts.RestsOnP(layer.Effect(intervals, level), of, loop.Contrast))
        {
            while (layer.Sets < most && layer.AsLow < Hopeless)
            {
                Grow(Math.Min(layer.Sets + Round, most));
            }
        }

        rows.AddRange(layer.Rows);
        return layer.Effect(intervals, level);

        void Grow(int count)
        {
            int left = options.Tunes * (most - Math.Max(0, layer.Sets));
            layer.Grow(count, tunes => read(tunes, left));
        }
    }
}
