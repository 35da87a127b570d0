using Lilt.Alignment;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Telling;
using Lilt.Subspaces;

namespace Lilt.Studies.Causes.Questions;

/// <summary>
/// How few directions of a layer's state carry the count: by the means of the states and by gradient, found on half of the tunes and tried on
/// the others, beside random ones, a shuffled clock, and the layers that keep nothing.
/// </summary>
internal sealed class LayerDirections
{
    private const int InOtherLayers = 8;

    /// <summary>A number of whose variance less goes with the place has this scale: none is shut out, not even in a layer of constants.</summary>
    private const double LeastScale = 1e-3;

    private static readonly int[] Counts = [1, 2, 4, 8, 16];

    private readonly Model model;
    private readonly MeterQuestions asked;
    private readonly PlaceSample sample;
    private readonly IReadOnlyList<SwapPair> pairs;
    private readonly CausesOptions options;
    private readonly IReadOnlyList<Token> events;
    private readonly List<(int Layer, SubspaceKind Kind, int Directions, SwapResult Result)> tried = [];
    private int keeper;

    /// <param name="model">The network.</param>
    /// <param name="asked">The meter's questions.</param>
    /// <param name="sample">States by their place.</param>
    /// <param name="pairs">Where directions are tried: places of tunes that find nothing.</param>
    /// <param name="events">The clock's.</param>
    /// <param name="options">What is studied.</param>
    public LayerDirections(
        Model model,
        MeterQuestions asked,
        PlaceSample sample,
        IReadOnlyList<SwapPair> pairs,
        IReadOnlyList<Token> events,
        CausesOptions options
    )
    {
        this.model = model;
        this.asked = asked;
        this.sample = sample;
        this.pairs = pairs;
        this.events = events;
        this.options = options;
    }

    /// <summary>Finds directions and tries them.</summary>
    /// <param name="runner">Runs the trials.</param>
    /// <param name="layer">The layer that keeps the count, from 1.</param>
    /// <param name="stages">Told how far it is.</param>
    /// <param name="cancellation">Ends it within a step.</param>
    public void Run(TrialRunner runner, int layer, StudyStages stages, CancellationToken cancellation)
    {
        keeper = layer;
        SubspacePair[] learned = [.. Learned(shuffled: false)];
        if (learned.Length == 0)
        {
            return;
        }

        int all = Counts.Length + model.Shape.Layers;
        int done = 0;
        for (int of = 1; of <= model.Shape.Layers; of++)
        {
            Add(of, SubspaceKind.WholeLayer, 2 * model.Shape.Units, SwappedParts.Layer(of));
            ClassMeans(of);
            double[] scale = Scale(of);
            using SubspaceSearch search = new(model, of, learned, events, options.Threads);
            foreach (int count in of == keeper ? Counts : [InOtherLayers])
            {
                Subspace found = Search(search, count, scale);
                Along(of, SubspaceKind.Gradient, found);
                if (count == InOtherLayers)
                {
                    Subspace random = RandomSubspace.Draw(count, 2 * model.Shape.Units, options.Seed.Derive("random directions", of));
                    Along(of, SubspaceKind.Random, random);
                    Along(
                        of,
                        SubspaceKind.RandomWithPlace,
                        RandomSubspace.Draw(count, scale, options.Seed.Derive("random directions with the place", of))
                    );
                    Add(of, SubspaceKind.RandomAsLong, count, SwappedParts.Layer(of) with { Directions = random, AsLongAs = found });
                }
            }
        }

        using (SubspaceSearch shuffled = new(model, keeper, [.. Learned(shuffled: true)], events, options.Threads))
        {
            Along(keeper, SubspaceKind.ShuffledClock, Search(shuffled, InOtherLayers, Scale(keeper)));
        }

        runner.Run([.. tried.SelectMany(of => of.Result.Trials)]);

        Subspace Search(SubspaceSearch search, int count, double[] scale)
        {
            Subspace found = search
                .Run(
                    new SubspaceSearchOptions
                    {
                        Directions = count,
                        Scale = scale,
                        Seed = options.Seed.Derive("directions", count),
                    },
                    cancellation: cancellation
                )
                .Subspace;
            stages.Report(0.75 + (0.18 * ++done / all), "directions");
            return found;
        }
    }

    /// <summary>The figure; null where nothing was tried.</summary>
    /// <param name="whole">All layers interchanged between the same places.</param>
    public SubspaceFigure? Figure(SwapResult whole)
    {
        if (tried.Count == 0)
        {
            return null;
        }

        double[] moved = KeptWhere.Changes(whole);
        SubspaceRow[] rows =
        [
            .. tried.Select(of =>
            {
                Estimate? f = asked.Bootstrap.Ratio(pairs, KeptWhere.Changes(of.Result), moved);
                return new SubspaceRow(of.Layer, of.Kind, of.Directions, pairs.Count, of.Result.Moved.Average(), f?.Value, f?.Low, f?.High);
            }),
        ];
        return new SubspaceFigure
        {
            Meter = asked.Material.Meter,
            Layer = keeper,
            Dose = KeptWhere.MainDose,
            Level = asked.Bootstrap.Level,
            Rows = rows,
            Article = null,
            Here = Here(rows),
            Caption =
                $"F at k = 2 of K directions of a layer's c and h, found on half of the tunes and tried on the others ({NumberText.Count(pairs.Count, "pair")}, intervals over tunes, {FigureWords.Level(asked.Bootstrap)}): through the mean states at each place; by gradient; at random, at random moved as far, and at random where the numbers that go with the place weigh more; by gradient with the donors shuffled. The line is the whole layer. Where that carries little, directions above it say nothing of what is kept there.",
            Command = options.Commands.Study,
            Files = ["directions.csv"],
        };
    }

    private string Here(SubspaceRow[] rows)
    {
        IEnumerable<string> found = rows.Where(row => row.Layer == keeper && row.Kind == SubspaceKind.Gradient)
            .Select(row => $"{FigureWords.Share(row.F)} ({row.Directions})");
        SubspaceRow[] deceiving =
        [
            .. rows.Where(row =>
                row.Kind == SubspaceKind.Gradient
                && row.Layer != keeper
                && rows.First(other => other.Layer == row.Layer && other.Kind == SubspaceKind.WholeLayer) is { High: { } whole }
                && row.Low > whole
            ),
        ];
        return $"Directions of layer {keeper} found by gradient carry {NumberText.List(found)} of what all layers carry."
            + (
                deceiving.Length == 0
                    ? string.Empty
                    : $" In {FigureWords.Layers([.. deceiving.Select(row => row.Layer)])}, {InOtherLayers} such directions move the bar further than the whole layer does ({NumberText.List(deceiving.Select(row => FigureWords.Share(row.F)))}): they steer it by ways that the network does not use."
            );
    }

    private void ClassMeans(int layer)
    {
        (int Class, NetworkState State)[] places = [.. sample.Places(find: true)];
        if (places.Select(of => of.Class).Distinct().Count() < 2)
        {
            return;
        }

        Subspace means = ClassMeanSubspace
            .Of([.. places.Select(of => (ReadOnlyMemory<float>)of.State.Layer(layer).ToArray())], [.. places.Select(of => of.Class)])
            .Subspace;
        foreach (
            int count in layer == keeper ? Counts.Where(count => count < means.Directions).Append(means.Directions) : [means.Directions]
        )
        {
            Along(layer, SubspaceKind.ClassMeans, means.First(count));
        }
    }

    // Found on the same half of the tunes as the directions.
    private double[] Scale(int layer) =>
        [.. sample.VarianceWithPlace(layer, model.Shape).Select(static share => Math.Max(share, LeastScale))];

    private void Along(int layer, SubspaceKind kind, Subspace directions) =>
        Add(layer, kind, directions.Directions, SwappedParts.Layer(layer) with { Directions = directions });

    private void Add(int layer, SubspaceKind kind, int directions, SwappedParts parts) =>
        tried.Add((layer, kind, directions, new SwapResult(asked.Material, parts, KeptWhere.MainDose, pairs)));

    // Pairs of all doses between tunes that find; with a shuffled clock each has the donor of another.
    private IEnumerable<SubspacePair> Learned(bool shuffled)
    {
        (SwapPair Pair, int Dose)[] all =
        [
            .. asked
                .Kept.Results.Where(of => of.Dose != 0 && of.Parts.Layers.SequenceEqual([1]) && of.Parts.Part == StatePart.Both)
                .SelectMany(of => of.Pairs.Select(pair => (pair, of.Dose)))
                .Where(of => PlaceSample.Finds(of.pair.Target.Tune) && PlaceSample.Finds(of.pair.Donor.Tune)),
        ];
        SwapPair[] donors = [.. all.Select(of => of.Pair)];
        if (shuffled)
        {
            SplitMix64 random = new(options.Seed.Derive("shuffled clock"));
            random.Shuffle(donors.AsSpan());
        }

        for (int n = 0; n < all.Length; n++)
        {
            SwapPair pair = all[n].Pair;
            ReadTune tune = asked.Material.Tunes[pair.Target.Tune];
            int last = all[n].Dose < 0 ? pair.Own : pair.Moved;
            yield return new SubspacePair(
                asked.Material.State(pair.Target).Values,
                asked.Material.State(donors[n].Donor).Values,
                tune.ReadAt(pair.Target.Step + 1, last),
                [
                    .. tune
                        .Places.All.Where(place => place.Step > pair.Target.Step && place.Step <= last)
                        .Select(place => new EventReading(place.Step - pair.Target.Step - 1, all[n].Dose > 0 && place.Step == last)),
                ]
            );
        }
    }
}
