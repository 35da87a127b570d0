using Lilt.Notation;

namespace Lilt.Assessment;

/// <summary>Assesses a set of tunes beside a corpus.</summary>
/// <remarks>
/// Beside every figure stands what the corpus' own last 5 % give against its first 95 %: by position, since settings of one tune stand
/// next to each other in a corpus and a random split would flatter it.
/// </remarks>
public static class TuneSetAssessor
{
    private const double HeldOutShare = 0.05;

    /// <summary>How many of a corpus' tunes, the last, are held out: 5 %, rounded up.</summary>
    public static int HeldOutOf(int corpusTunes) => corpusTunes - (int)((1 - HeldOutShare) * corpusTunes);

    /// <summary>Assesses a set of tunes.</summary>
    /// <param name="tunes">The tunes.</param>
    /// <param name="corpus">The corpus in its own order; empty to do without.</param>
    /// <param name="options">Seed, draws and threads.</param>
    public static SetAssessment Assess(IReadOnlyList<Tune> tunes, IReadOnlyList<Tune> corpus, AssessmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(tunes);
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);
        TuneBootstrap bootstrap = new(options.Seed, options.Draws);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads) };
        TuneFigures[] own = Measure(tunes, parallel);
        TuneFigures[] others = Measure(corpus, parallel);
        int kept = others.Length - HeldOutOf(others.Length);
        TuneFigures[] first = others[..kept];
        TuneFigures[] heldOut = others[kept..];
        bool hasCorpus = others.Length > 0;

        Estimate[] ownFigures = new SetFigures(own, bootstrap).Find(parallel.MaxDegreeOfParallelism);
        Estimate[] corpusFigures = hasCorpus ? new SetFigures(others, bootstrap).Find(parallel.MaxDegreeOfParallelism) : [];
        Estimate[] heldOutFigures = hasCorpus ? new SetFigures(heldOut, bootstrap).Find(parallel.MaxDegreeOfParallelism) : [];
        List<AssessmentFigure> figures = [];
        for (int i = 0; i < ownFigures.Length; i++)
        {
            (string name, string label, FigureUnit unit) = SetFigures.Kinds[i];
            figures.Add(
                new AssessmentFigure(
                    name,
                    label,
                    unit,
                    ownFigures[i],
                    hasCorpus ? corpusFigures[i] : null,
                    hasCorpus ? heldOutFigures[i] : null
                )
            );
        }

        TuneOriginality?[] originality = [];
        if (hasCorpus)
        {
            originality = Compare(own, others, parallel);
            TuneOriginality?[] heldOutOriginality = Compare(heldOut, first, parallel);
            AddDivergences(figures, own, others, first, heldOut, bootstrap);
            AddOriginality(figures, originality, heldOutOriginality, bootstrap);
        }

        return new SetAssessment(figures, own, originality, others.Length, heldOut.Length);
    }

    private static TuneFigures[] Measure(IReadOnlyList<Tune> tunes, ParallelOptions parallel)
    {
        TuneFigures[] figures = new TuneFigures[tunes.Count];
        Parallel.For(0, tunes.Count, parallel, i => figures[i] = TuneFigures.Of(tunes[i]));
        return figures;
    }

    private static TuneOriginality?[] Compare(TuneFigures[] tunes, TuneFigures[] corpus, ParallelOptions parallel)
    {
        TuneOriginality?[] found = new TuneOriginality?[tunes.Length];
        OriginalityIndex index = new(corpus);
        Parallel.For(0, tunes.Length, parallel, i => found[i] = index.Of(tunes[i]));
        return found;
    }

    private static void AddDivergences(
        List<AssessmentFigure> figures,
        TuneFigures[] own,
        TuneFigures[] corpus,
        TuneFigures[] first,
        TuneFigures[] heldOut,
        TuneBootstrap bootstrap
    )
    {
        Add("tokenDivergence", "Jensen-Shannon divergence of tokens", OfKinds(own, corpus, tune => tune.Tokens));
        Add("intervalDivergence", "Jensen-Shannon divergence of intervals", tune => tune.IntervalHistogram());
        Add("durationDivergence", "Jensen-Shannon divergence of durations", OfKinds(own, corpus, tune => tune.Melody.Durations));

        void Add(string name, string label, Func<TuneFigures, Histogram> histogramOf)
        {
            Histogram[] firstHistograms = [.. first.Select(histogramOf)];
            Histogram[] heldOutHistograms = [.. heldOut.Select(histogramOf)];
            int bins = heldOutHistograms[0].Bins;
            Histogram whole = Histogram.Sum(firstHistograms.Concat(heldOutHistograms), bins);
            figures.Add(
                new AssessmentFigure(
                    name,
                    label,
                    FigureUnit.Bits,
                    bootstrap.Divergence([.. own.Select(histogramOf)], whole),
                    null,
                    bootstrap.Divergence(heldOutHistograms, Histogram.Sum(firstHistograms, bins))
                )
            );
        }
    }

    private static Func<TuneFigures, Histogram> OfKinds<T>(
        TuneFigures[] own,
        TuneFigures[] corpus,
        Func<TuneFigures, IReadOnlyList<T>> sequence
    )
        where T : notnull
    {
        Dictionary<T, int> kinds = [];
        foreach (T kind in corpus.Concat(own).SelectMany(sequence))
        {
            kinds.TryAdd(kind, kinds.Count);
        }

        return tune => Histogram.Of([.. sequence(tune).Select(kind => kinds[kind])], kinds.Count);
    }

    private static void AddOriginality(
        List<AssessmentFigure> figures,
        TuneOriginality?[] own,
        TuneOriginality?[] heldOut,
        TuneBootstrap bootstrap
    )
    {
        Add("longestSharedRun", "longest run of notes shared with a corpus tune", FigureUnit.Notes, Mean(found => found.LongestRun));
        Add(
            "knownWindows",
            "8-note windows that the corpus has",
            FigureUnit.Share,
            all =>
                bootstrap.Ratio(
                    [.. all.Select(found => (double)(found?.KnownWindows ?? 0))],
                    [.. all.Select(found => (double)(found?.Windows ?? 0))]
                )
        );
        Add("nearestTune", "distance to the nearest corpus tune", FigureUnit.Distance, Mean(found => found.Nearest.Normalised));
        Add(
            "copies",
            "copies of corpus tunes (distance under 0.1)",
            FigureUnit.Share,
            all => WilsonInterval.Of(all.Count(found => found is { IsCopy: true }), all.Count(found => found is not null))
        );

        Func<TuneOriginality?[], Estimate> Mean(Func<TuneOriginality, double> value) =>
            all => bootstrap.Mean([.. all.Select(found => found is null ? double.NaN : value(found))]);

        void Add(string name, string label, FigureUnit unit, Func<TuneOriginality?[], Estimate> of) =>
            figures.Add(new AssessmentFigure(name, label, unit, of(own), null, of(heldOut)));
    }
}
