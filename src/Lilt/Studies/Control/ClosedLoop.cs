using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;

namespace Lilt.Studies.Control;

/// <summary>The networks without the targets, and without some random sets, write on their own; units are cut at all steps.</summary>
internal sealed record ClosedLoop
{
    /// <summary>The interval of a change: 95 %.</summary>
    private const double Level = 1 - ControlVerdicts.Significance;

    /// <summary>The strictly counted share first.</summary>
    public required IReadOnlyList<ControlMeasure> Measures { get; init; }

    /// <summary>What the networks without the targets wrote, [target][tune].</summary>
    public required IReadOnlyList<IReadOnlyList<GeneratedTune>> TargetTunes { get; init; }

    /// <summary>Tunes without a measure to count, over all networks.</summary>
    public required int Uncounted { get; init; }

    /// <summary>Lets them write.</summary>
    /// <param name="model">The network.</param>
    /// <param name="ground">The uncut network's tunes and the random sets.</param>
    /// <param name="options">How many sets.</param>
    /// <param name="targets">What was cut.</param>
    public static ClosedLoop Of(Model model, ControlGround ground, ControlOptions options, IReadOnlyList<ControlTarget> targets)
    {
        GeneratedTune[] uncut = [.. ground.Uncut.Take(options.ClosedTunes)];
        CompiledPlan[][] plans =
        [
            .. targets.Zip(
                ground.Sets,
                (target, of) =>
                    of.Sets.Take(options.ClosedSets).Prepend(target.Units).Select(units => Cut(model, target.Layer, units)).ToArray()
            ),
        ];
        Queue<GeneratedTune[]> written = new(ground.Run.ClosedLoop([.. plans.SelectMany(of => of)], uncut));
        GeneratedTune[][][] tunes = [.. plans.Select(of => of.Select(_ => written.Dequeue()).Prepend(uncut).ToArray())];
        TuneCounting[][][] counted =
        [
            .. tunes.Select(layer =>
                layer.Select(network => network.Select(tune => TuneCounting.Of(model.Vocabulary, tune)).ToArray()).ToArray()
            ),
        ];
        ControlIntervals intervals = new(options.ClosedTunes, options.Resamples, options.Seed);
        return new ClosedLoop
        {
            Measures =
            [
                Measure(
                    ControlMeasure.StrictlyCounted,
                    "share",
                    ControlHarm.Less,
                    (layer, network, tune) => Share(counted[layer][network][tune])
                ),
                Measure(ControlMeasure.Measures, "measures", null, (layer, network, tune) => (counted[layer][network][tune].Measures, 1)),
                Measure(
                    ControlMeasure.CutTunes,
                    "tunes",
                    ControlHarm.More,
                    (layer, network, tune) => (tunes[layer][network][tune].EndsAtLimit ? 1 : 0, 1.0 / options.ClosedTunes)
                ),
            ],
            TargetTunes = [.. tunes.Select(layer => layer[1])],
            Uncounted = counted[0][0].Count(IsUncounted) + counted.Sum(layer => layer.Skip(1).Sum(network => network.Count(IsUncounted))),
        };

        ControlMeasure Measure(string name, string unit, ControlHarm? harm, Func<int, int, int, (double Above, double Below)> value)
        {
            TuneTable[] tables =
            [
                .. targets.Select(
                    (_, layer) => new TuneTable(tunes[layer].Length, options.ClosedTunes, (network, tune) => value(layer, network, tune))
                ),
            ];
            return new ControlMeasure
            {
                Name = name,
                Unit = unit,
                Baseline = tables[0].Value(0),
                Harm = harm,
                Layers = [.. targets.Zip(tables, (target, table) => Effect(target.Layer, table, intervals))],
            };
        }
    }

    /// <summary>The strictly counted share of the measures that the uncut network writes, a tune as much as another.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">How many tunes.</param>
    /// <param name="uncut">The tunes.</param>
    public static double Counted(Model model, ControlOptions options, IReadOnlyList<GeneratedTune> uncut)
    {
        TuneCounting[] counted = [.. uncut.Take(options.ClosedTunes).Select(tune => TuneCounting.Of(model.Vocabulary, tune))];
        return new TuneTable(1, counted.Length, (_, tune) => Share(counted[tune])).Value(0);
    }

    private static ControlEffect Effect(int layer, TuneTable table, ControlIntervals intervals)
    {
        (ControlInterval of, ControlInterval difference, _, _) = intervals.Of(table, Level);
        return new ControlEffect
        {
            Layer = layer,
            Target = table.Value(1) - table.Value(0),
            TargetInterval = of,
            Random = [.. Enumerable.Range(2, table.Networks - 2).Select(network => table.Value(network) - table.Value(0))],
            Difference = difference,
        };
    }

    private static CompiledPlan Cut(Model model, int layer, IReadOnlyList<int> units) =>
        new OperationPlan(new Excise { Layer = layer, Units = UnitSet.Of(units) }).Compile(model);

    private static bool IsUncounted(TuneCounting tune) => tune.Measures == 0;

    private static (double Above, double Below) Share(TuneCounting tune) =>
        tune.Measures == 0 ? (0, 0) : ((double)tune.StrictlyCounted / tune.Measures, 1);
}
