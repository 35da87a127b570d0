using Lilt.Statistics;

namespace Lilt.Studies.Control;

/// <summary>Adds random sets to the open loop, a round at a time, while a layer's verdict can still change.</summary>
/// <remarks>
/// <para>
/// A cut is left with the sets of its first round where p decides nothing: the uncut network does not count, the sets match badly, the
/// target takes too little of the contrast, or random sets take all of it as well. Else it is stopped when <see cref="Hopeless"/> sets have
/// a residual as low as the target's. p is then that of the sets that were drawn, (1 + b)/(n + 1), no smaller than Besag and Clifford's
/// b/n; with the default of 199 sets it is over 0.1.
/// </para>
/// <para>Source: J. Besag and P. Clifford, "Sequential Monte Carlo p-values", Biometrika 78(2), 1991.</para>
/// </remarks>
/// <param name="loop">The tunes.</param>
/// <param name="options">How many sets.</param>
/// <param name="targets">What was cut.</param>
/// <param name="sets">The random sets, in the order of the targets.</param>
/// <param name="read">Told how many tunes, over all networks, were read more, with how many tokens, and how many may still come in the
/// layer under way.</param>
internal sealed class TimingRounds(
    OpenLoop loop,
    ControlOptions options,
    IReadOnlyList<ControlTarget> targets,
    IReadOnlyList<ControlSets> sets,
    Action<int, long, int> read
)
{
    /// <summary>Random sets with a residual as low as the target's after which no more are drawn.</summary>
    private const int Hopeless = 20;

    /// <summary>Random sets of the first round: enough to describe a cut whose verdict does not rest on them.</summary>
    private const int First = 19;

    /// <summary>Random sets of a later round.</summary>
    private const int Round = 40;

    private readonly ControlIntervals intervals = new(options.Tunes, options.Resamples, options.Seed);
    private readonly double level = 1 - (ControlVerdicts.Significance / targets.Count);
    private readonly List<TimingRow> rows = [new(null, 0, -1, loop.Uncut)];

    /// <summary>The uncut network, then every network that was read, with what was read of it.</summary>
    public IReadOnlyList<TimingRow> Rows => rows;

    /// <summary>The 95 % interval of the uncut network's timing contrast.</summary>
    public ControlInterval UncutInterval() =>
        intervals.OfUncut(new TuneTable(1, loop.Uncut.Length, (_, tune) => loop.Uncut[tune].ContrastSum), 1 - ControlVerdicts.Significance);

    /// <summary>Makes every way of cutting in every layer.</summary>
    /// <param name="counts">Whether the uncut network counts: if not, no verdict rests on random sets.</param>
    public IReadOnlyList<TimingCut> Run(bool counts) => ByCut([.. targets.Select((target, index) => OfLayer(target, sets[index], counts))]);

    /// <summary>The same of sets that were all read before.</summary>
    /// <param name="given">What a set of a layer made of the tunes, cut at some steps; of set −1 the target.</param>
    public IReadOnlyList<TimingCut> Of(Func<CutSteps, int, int, OpenLoopTune[]> given) =>
        ByCut([
            .. targets.Select(
                (target, index) =>
                    Enum.GetValues<CutSteps>()
                        .Select(when =>
                        {
                            int count = options.SetsCut(when);
                            TimingLayer layer = new(loop, when, target, sets[index], count);
                            layer.Add(Enumerable.Range(-1, count + 1).Select(set => given(when, target.Layer, set)));
                            return layer.Effect(intervals, level);
                        })
                        .ToArray()
            ),
        ]);

    // [layers][cuts], turned round.
    private static TimingCut[] ByCut(TimingEffect[][] effects) =>
        [.. Enum.GetValues<CutSteps>().Select((when, cut) => new TimingCut(when, Adjusted([.. effects.Select(layer => layer[cut])])))];

    private static TimingEffect[] Adjusted(TimingEffect[] layers)
    {
        if (layers.Any(effect => effect.P is null))
        {
            return layers;
        }

        double[] holm = Holm.Adjust([.. layers.Select(effect => effect.P!.Value)]);
        return [.. layers.Select((effect, index) => effect with { Holm = holm[index] })];
    }

    private TimingEffect[] OfLayer(ControlTarget target, ControlSets of, bool counts)
    {
        TimingLayer[] cuts = [.. Enum.GetValues<CutSteps>().Select(when => new TimingLayer(loop, when, target, of, options.SetsCut(when)))];
        Grow(target.Layer, cuts, First);
        TimingLayer[] undecided = [.. cuts.Where(cut => counts && cut.Left > 0 && cut.RestsOnP(intervals, level))];
        while (undecided.Length > 0)
        {
            // Twice as many when one is alone, so that a round keeps a batch busy.
            Grow(target.Layer, undecided, undecided.Length == 1 ? 2 * Round : Round);
            undecided = [.. undecided.Where(cut => cut.Left > 0 && cut.AsLow < Hopeless)];
        }

        rows.AddRange(cuts.SelectMany(cut => cut.Rows));
        return [.. cuts.Select(cut => cut.Effect(intervals, level))];
    }

    private void Grow(int layer, TimingLayer[] cuts, int count)
    {
        IReadOnlyList<CutNetwork>[] next = [.. cuts.Select(cut => cut.Next(count))];
        int left = options.Tunes * cuts.Sum(cut => cut.Left);
        Queue<OpenLoopTune[]> made = new(
            loop.Read(layer, [.. next.SelectMany(networks => networks)], (tunes, tokens) => read(tunes, tokens, left))
        );
        for (int cut = 0; cut < cuts.Length; cut++)
        {
            cuts[cut].Add([.. next[cut].Select(_ => made.Dequeue())]);
        }
    }
}
