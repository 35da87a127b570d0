namespace Lilt.Studies.Control;

/// <summary>The open loop of one way of cutting one layer: the target, and as many random sets as were asked for so far.</summary>
/// <param name="loop">The tunes.</param>
/// <param name="when">At which steps units are cut.</param>
/// <param name="target">The target.</param>
/// <param name="sets">The random sets to come.</param>
/// <param name="most">The most of them.</param>
internal sealed class TimingLayer(OpenLoop loop, CutSteps when, ControlTarget target, ControlSets sets, int most)
{
    private readonly List<OpenLoopTune[]> networks = [];

    /// <summary>Random sets that were read.</summary>
    public int Sets => Math.Max(0, networks.Count - 1);

    /// <summary>Random sets that may still be read.</summary>
    public int Left => most - Sets;

    /// <summary>How many of them have a residual at most as high as the target's.</summary>
    public int AsLow => DamageResiduals.AsLow(Residuals());

    /// <summary>Every network with what was read of it, the target's first.</summary>
    public IEnumerable<TimingRow> Rows => networks.Select((tunes, n) => new TimingRow(when, target.Layer, n - 1, tunes));

    /// <summary>What to read next: the target, if it was not read, and some random sets.</summary>
    public IReadOnlyList<CutNetwork> Next(int count) =>
        [
            .. networks.Count == 0 ? (CutNetwork[])[new CutNetwork(when, target.Units)] : [],
            .. sets.Sets.Skip(Sets).Take(Math.Min(count, Left)).Select(units => new CutNetwork(when, units)),
        ];

    /// <summary>Takes what was read of the next networks.</summary>
    public void Add(IEnumerable<OpenLoopTune[]> read) => networks.AddRange(read);

    /// <summary>
    /// Whether p decides the verdict, so that more random sets are worth their while (<see cref="ControlVerdicts.RestsOnP"/>).
    /// </summary>
    public bool RestsOnP(ControlIntervals intervals, double level) =>
        when != CutSteps.AllSteps && ControlVerdicts.RestsOnP(Effect(intervals, level), sets, loop.Contrast);

    /// <summary>What was found.</summary>
    /// <param name="intervals">Of the open loop's tunes.</param>
    /// <param name="level">Of the intervals.</param>
    public TimingEffect Effect(ControlIntervals intervals, double level)
    {
        TuneTable table = new(
            networks.Count + 1,
            loop.Uncut.Length,
            (network, tune) => (network == 0 ? loop.Uncut[tune] : networks[network - 1][tune]).ContrastSum
        );
        double[] contrast = Changes(tune => tune.ContrastSum);
        double[] damage = Changes(tune => tune.OtherSum);
        double[] residuals = DamageResiduals.Of(contrast, damage);
        (ControlInterval of, ControlInterval difference, double? excess, ControlInterval? excessInterval) = intervals.Of(table, level);
        double nearlyAll = -ControlVerdicts.NearlyAll * loop.Contrast;
        return new TimingEffect
        {
            Change = new ControlEffect
            {
                Layer = target.Layer,
                Target = contrast[0],
                TargetInterval = of,
                Random = contrast[1..],
                Difference = difference,
            },
            Excess = excess,
            ExcessInterval = excessInterval,
            Damage = damage[0],
            DamageRandom = damage[1..],
            Residual = residuals[0],
            ResidualRandom = residuals[1..],
            P = when == CutSteps.AllSteps ? null : DamageResiduals.P(residuals),
            IsStopped = Left > 0,
            Saturated = contrast[1..].Count(change => change <= nearlyAll) / (double)Sets,
        };
    }

    private double[] Residuals() => DamageResiduals.Of(Changes(tune => tune.ContrastSum), Changes(tune => tune.OtherSum));

    /// <summary>The change of a measure from the uncut network, the target's first.</summary>
    private double[] Changes(Func<OpenLoopTune, (double Above, double Below)> of)
    {
        double uncut = OpenLoop.Ratio(loop.Uncut, of);
        return [.. networks.Select(tunes => OpenLoop.Ratio(tunes, of) - uncut)];
    }
}
