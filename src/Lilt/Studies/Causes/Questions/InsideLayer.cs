using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Statistics;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Telling;

namespace Lilt.Studies.Causes.Questions;

/// <summary>What inside a layer carries the count: its units, and directions of its state.</summary>
internal sealed class InsideLayer
{
    private const int RandomSets = 5;
    private const int Pairs = 120;

    private readonly Model model;
    private readonly MeterQuestions asked;
    private readonly CausesOptions options;
    private readonly PlaceSample sample;
    private readonly IReadOnlyList<SwapPair> pairs;
    private readonly List<(UnitRanking Ranking, bool LeftOut, int Units, SwapResult Result)> units = [];
    private readonly LayerDirections directions;
    private readonly double[][]? power;
    private SwapResult? whole;
    private int layer;

    /// <param name="model">The network.</param>
    /// <param name="asked">The meter's questions.</param>
    /// <param name="events">The clock's.</param>
    /// <param name="power">The units' shares of power at the measures' period, [S][H]; null where there is no such rhythm.</param>
    /// <param name="options">What is studied.</param>
    public InsideLayer(Model model, MeterQuestions asked, IReadOnlyList<Token> events, double[][]? power, CausesOptions options)
    {
        this.model = model;
        this.power = power;
        this.asked = asked;
        this.options = options;
        sample = new PlaceSample(asked.Material, options.Seed.Derive("inside"));
        pairs =
        [
            .. asked
                .Kept.All(KeptWhere.MainDose)
                .Pairs.Where(pair => !PlaceSample.Finds(pair.Target.Tune) && !PlaceSample.Finds(pair.Donor.Tune))
                .Take(Pairs),
        ];
        directions = new LayerDirections(model, asked, sample, pairs, events, options);
    }

    /// <summary>Interchanges units and directions of the layer that keeps the count.</summary>
    /// <param name="runner">Runs the trials.</param>
    /// <param name="keeper">Which layer, from 1; 0 for none.</param>
    /// <param name="stages">Told how far it is.</param>
    /// <param name="cancellation">Ends it within a step.</param>
    public void Run(TrialRunner runner, int keeper, StudyStages stages, CancellationToken cancellation)
    {
        layer = keeper;
        if (keeper == 0 || pairs.Count == 0)
        {
            return;
        }

        whole = new SwapResult(asked.Material, SwappedParts.All(model.Shape), KeptWhere.MainDose, pairs);
        foreach ((UnitRanking ranking, int[][] orders) in Rankings())
        {
            foreach (int count in Counts())
            {
                foreach (int[] order in orders)
                {
                    Add(ranking, leftOut: false, count, [.. order.Take(count)]);
                    Add(ranking, leftOut: true, count, [.. order.Skip(count)]);
                }
            }
        }

        runner.Run([.. whole.Trials, .. units.SelectMany(of => of.Result.Trials)], share => stages.Report(0.65 + (0.1 * share)));
        directions.Run(runner, keeper, stages, cancellation);

        void Add(UnitRanking ranking, bool leftOut, int count, int[] swapped) =>
            units.Add(
                (
                    ranking,
                    leftOut,
                    count,
                    new SwapResult(asked.Material, SwappedParts.Layer(keeper) with { Units = swapped }, KeptWhere.MainDose, pairs)
                )
            );
    }

    /// <summary>Figure 9; null where no layer keeps the count.</summary>
    public UnitsFigure? Units()
    {
        if (whole is null)
        {
            return null;
        }

        UnitCurve[] curves =
        [
            .. units
                .GroupBy(of => (of.Ranking, of.LeftOut))
                .Select(of => new UnitCurve(of.Key.Ranking, of.Key.LeftOut, [.. of.GroupBy(one => one.Units).Select(Point)])),
        ];
        return new UnitsFigure
        {
            Meter = asked.Material.Meter,
            Layer = layer,
            Dose = KeptWhere.MainDose,
            Pairs = pairs.Count,
            Level = asked.Bootstrap.Level,
            Curves = curves,
            Article = "The units cut from layer 1 were the 33 % with more than 0.025 % of their power in periods of [8.7, 9.3] steps.",
            Here = UnitsHere(curves),
            Caption =
                $"F at k = 2 against how many of the layer's units are interchanged (do they suffice?), and left out (are they needed?). Lines: ranked by the variance that goes with the place in the measure, by power at the measures' period, and at random (mean and range of sets). Ranked on half of the tunes, tried on the others: {NumberText.Count(pairs.Count, "pair")}, intervals over tunes ({FigureWords.Level(asked.Bootstrap)}).",
            Command = options.Commands.Study,
            Files = ["units.csv"],
        };
    }

    /// <summary>Figure 8; null where no layer keeps the count, or it has too few places.</summary>
    public ClockFaceFigure? ClockFace(int keeper) =>
        keeper == 0 ? null : ClockFaceTelling.Of(model, asked, sample, keeper, options.Commands.Study);

    /// <summary>Directions, and where they deceive; null where no layer keeps the count.</summary>
    public SubspaceFigure? Subspace() => whole is null ? null : directions.Figure(whole);

    private string UnitsHere(UnitCurve[] curves)
    {
        IEnumerable<string> of = curves
            .Where(curve => !curve.LeftOut)
            .Select(curve =>
                curve.Points.FirstOrDefault(point => point.Units < model.Shape.Units && point.F >= CausesThresholds.CarriesWithout)
                    is { } enough
                    ? $"{NumberText.Number(enough.Units)} {Words(curve.Ranking)}"
                    : $"more than {NumberText.Number(Counts().SkipLast(1).LastOrDefault())} {Words(curve.Ranking)}"
            );
        return $"Of layer {layer}'s {NumberText.Number(model.Shape.Units)} units in {asked.Material.Meter}, it takes {NumberText.List(of)} to carry three quarters of the moved bar.";
    }

    private static string Words(UnitRanking ranking) =>
        ranking switch
        {
            UnitRanking.PlaceInMeasure => "ranked by place in the measure",
            UnitRanking.BandPower => "ranked by band power",
            _ => "at random",
        };

    private UnitPoint Point(IEnumerable<(UnitRanking Ranking, bool LeftOut, int Units, SwapResult Result)> sets)
    {
        (UnitRanking Ranking, bool LeftOut, int Units, SwapResult Result)[] all = [.. sets];
        double[] moved = KeptWhere.Changes(whole!);
        Estimate?[] found = [.. all.Select(of => asked.Bootstrap.Ratio(pairs, KeptWhere.Changes(of.Result), moved))];
        return all.Length == 1
            ? new UnitPoint(all[0].Units, found[0]?.Value, found[0]?.Low, found[0]?.High)
            : new UnitPoint(
                all[0].Units,
                found.Contains(null) ? null : found.Average(of => of!.Value),
                found.Contains(null) ? null : found.Min(of => of!.Value),
                found.Contains(null) ? null : found.Max(of => of!.Value)
            );
    }

    private IReadOnlyList<int> Counts()
    {
        int[] shares = [64, 32, 16, 8, 4, 2, 1];
        return [.. shares.Select(share => model.Shape.Units / share).Where(count => count > 0).Distinct()];
    }

    private IEnumerable<(UnitRanking Ranking, int[][] Orders)> Rankings()
    {
        int count = model.Shape.Units;
        double[] values = sample.VarianceWithPlace(layer, model.Shape);
        double[] byPlace = [.. Enumerable.Range(0, count).Select(unit => values[unit] + values[count + unit])];
        yield return (UnitRanking.PlaceInMeasure, [Descending(byPlace)]);
        if (power is not null)
        {
            yield return (UnitRanking.BandPower, [Descending(power[layer - 1])]);
        }

        SplitMix64 random = new(options.Seed.Derive("random units"));
        int[][] orders = new int[RandomSets][];
        for (int set = 0; set < RandomSets; set++)
        {
            orders[set] = [.. Enumerable.Range(0, count)];
            random.Shuffle(orders[set].AsSpan());
        }

        yield return (UnitRanking.Random, orders);
    }

    private static int[] Descending(double[] of)
    {
        int[] ranked = Ranking.Ascending(of);
        Array.Reverse(ranked);
        return ranked;
    }
}
