using Lilt.Network;
using Lilt.Notation;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>Where is the count kept: every set of layers is interchanged, at several doses, and each dose has its sham.</summary>
internal sealed class KeptWhere
{
    /// <summary>The dose at which most pairs are taken, in eighths, and its opposite.</summary>
    public const int MainDose = 2;

    private readonly MeterMaterial material;
    private readonly NetworkShape shape;
    private readonly List<SwapResult> results = [];

    /// <param name="material">The tunes.</param>
    /// <param name="shape">The network's.</param>
    /// <param name="draw">Draws the pairs.</param>
    /// <param name="pairs">How many at the main dose; of the others half as many.</param>
    /// <param name="doses">In eighths, 0 for shams; the main one among them.</param>
    /// <param name="apart">Whether h and c are interchanged apart as well.</param>
    public KeptWhere(MeterMaterial material, NetworkShape shape, PairDraw draw, int pairs, IReadOnlyList<int> doses, bool apart = true)
    {
        this.material = material;
        this.shape = shape;
        foreach (int dose in doses)
        {
            int count = Math.Abs(dose) == MainDose ? pairs : (pairs + 1) / 2;
            IReadOnlyList<SwapPair> drawn = draw.Dosed(count, new Fraction(dose, 8), new Fraction(MainDose, 8));
            foreach (SwappedParts parts in SwappedParts.Every(shape))
            {
                results.Add(new SwapResult(material, parts, dose, drawn));
                if (apart && (parts.Layers.Count == 1 || parts.Layers.Count == shape.Layers))
                {
                    results.Add(new SwapResult(material, parts with { Part = StatePart.Hidden }, dose, drawn));
                    results.Add(new SwapResult(material, parts with { Part = StatePart.Cell }, dose, drawn));
                }
            }
        }
    }

    /// <summary>The main dose alone, whole layers, at one place of the measure.</summary>
    /// <param name="material">The tunes.</param>
    /// <param name="shape">The network's.</param>
    /// <param name="draw">Draws the pairs.</param>
    /// <param name="pairs">How many.</param>
    /// <param name="at">How far the targets had gone, in whole notes.</param>
    public KeptWhere(MeterMaterial material, NetworkShape shape, PairDraw draw, int pairs, Fraction at)
    {
        this.material = material;
        this.shape = shape;
        IReadOnlyList<SwapPair> drawn = draw.Dosed(pairs, new Fraction(MainDose, 8), new Fraction(MainDose, 8), at);
        foreach (SwappedParts parts in SwappedParts.Every(shape))
        {
            results.Add(new SwapResult(material, parts, MainDose, drawn));
        }
    }

    /// <summary>What was interchanged.</summary>
    public IReadOnlyList<SwapResult> Results => results;

    /// <summary>What makes it.</summary>
    public IEnumerable<Trial> Trials => results.SelectMany(result => result.Trials);

    /// <summary>The result of some layers at a dose.</summary>
    public SwapResult Of(IReadOnlyList<int> layers, int dose, StatePart part = StatePart.Both) =>
        results.First(result => result.Dose == dose && result.Parts.Part == part && result.Parts.Layers.SequenceEqual(layers));

    /// <summary>The result of all layers at a dose.</summary>
    public SwapResult All(int dose) => Of([.. Enumerable.Range(1, shape.Layers)], dose);

    /// <summary>How much B changes when all layers are interchanged, at the boundary that the dose is judged at, a pair each.</summary>
    public double[] Whole(int dose) => Changes(All(dose));

    /// <summary>How much an interchange changes B at the boundary that its dose is judged at, a pair each.</summary>
    public static double[] Changes(SwapResult of)
    {
        (double[] after, double[] without) = of.Dose < 0 ? (of.Own, of.OwnWithout) : (of.Moved, of.MovedWithout);
        return [.. after.Zip(without, (one, other) => one - other)];
    }

    /// <summary>F of some parts, with its interval; null where all layers move nothing.</summary>
    public Estimate? F(SwapResult of, TuneBootstrap bootstrap) =>
        of.Dose == 0 ? null : bootstrap.Ratio(of.Pairs, Changes(of), Whole(of.Dose));

    /// <summary>
    /// The share of the interchanges of some layers after which a bar is likelier than not before it is due by the donor's count; of those
    /// whose target has an open place there.
    /// </summary>
    public Estimate? TooEarly(IReadOnlyList<int> layers, TuneBootstrap bootstrap)
    {
        SwapResult of = Of(layers, MainDose);
        List<SwapPair> told = [];
        List<double> early = [];
        for (int n = 0; n < of.Pairs.Count; n++)
        {
            ReadTune tune = material.Tunes[of.Pairs[n].Target.Tune];
            double[] between =
            [
                .. tune
                    .Places.All.Where(place => place.Step > of.Pairs[n].Target.Step && place.Step < of.Pairs[n].Moved)
                    .Select(place => of.After(n, place.Step)!.Value),
            ];
            if (between.Length > 0)
            {
                told.Add(of.Pairs[n]);
                early.Add(between.Any(b => b > Math.Log(0.5)) ? 1 : 0);
            }
        }

        return bootstrap.Mean(told, early);
    }

    /// <summary>Everything as rows.</summary>
    public IReadOnlyList<InterchangeRow> Rows(TuneBootstrap bootstrap) =>
        [.. results.Where(of => of.Pairs.Count > 0).Select(of => Row(of, F(of, bootstrap)))];

    private InterchangeRow Row(SwapResult of, Estimate? f) =>
        new(
            material.Meter,
            of.Parts.Name(shape.Layers),
            of.Parts.Part,
            of.Dose,
            of.Pairs.Count,
            SwapPair.Tunes(of.Pairs),
            of.Moved.Average(),
            of.MovedWithout.Average(),
            of.Own.Average(),
            of.OwnWithout.Average(),
            f?.Value,
            f?.Low,
            f?.High
        );
}
