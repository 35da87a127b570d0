namespace Lilt.Assessment;

/// <summary>The figures of one set of tunes that need nothing beside it, each with its interval.</summary>
internal sealed class SetFigures
{
    private readonly IReadOnlyList<TuneFigures> tunes;
    private readonly TuneBootstrap bootstrap;

    public SetFigures(IReadOnlyList<TuneFigures> tunes, TuneBootstrap bootstrap)
    {
        this.tunes = tunes;
        this.bootstrap = bootstrap;
    }

    /// <summary>The figures' names, labels and units, in the order of <see cref="Find"/>.</summary>
    public static IReadOnlyList<(string Name, string Label, FigureUnit Unit)> Kinds { get; } =
    [
        ("countedMeasures", "measures counted", FigureUnit.Share),
        ("strictlyCountedMeasures", "measures strictly counted", FigureUnit.Share),
        ("countedTunes", "tunes with every measure counted", FigureUnit.Share),
        ("wellFormedRepeats", "tunes whose repeats are well formed", FigureUnit.Share),
        ("closedRepeats", "tunes whose repeats are all closed", FigureUnit.Share),
        ("pairedEndings", "tunes with endings: all paired", FigureUnit.Share),
        ("partsOfEight", "parts of 8 measures", FigureUnit.Share),
        ("completedPickups", "tunes with a pickup: the last measure completes it", FigureUnit.Share),
        ("finalTonics", "tunes that end on the tonic", FigureUnit.Share),
        ("notesInMode", "notes in the mode", FigureUnit.Share),
        ("range", "range", FigureUnit.Semitones),
        ("measures", "length in measures", FigureUnit.Measures),
        ("notes", "length in notes", FigureUnit.Notes),
        ("tokens", "length in tokens", FigureUnit.Tokens),
        ("distinctTunes", "distinct tunes", FigureUnit.Share),
    ];

    /// <summary>The figures, one a kind.</summary>
    /// <param name="threads">Threads, at least 1.</param>
    public Estimate[] Find(int threads)
    {
        Func<Estimate>[] figures =
        [
            () => Ratio(tune => tune.Counted, tune => tune.Measures),
            () => Ratio(tune => tune.StrictlyCounted, tune => tune.Measures),
            () => Share(tune => tune.Measures == 0 ? null : tune.Counted == tune.Measures),
            () => Share(tune => tune.RepeatsAreWellFormed),
            () => Share(tune => tune.RepeatsAreClosed),
            () => Share(tune => tune.EndingsArePaired),
            () => Ratio(tune => tune.PartsOfEight, tune => tune.Parts),
            () => Share(tune => tune.PickupIsCompleted),
            () => Share(tune => tune.EndsOnTonic),
            () => Ratio(tune => tune.NotesInMode, tune => tune.NotesJudged),
            () => Mean(tune => tune.Range),
            () => Mean(tune => tune.Measures),
            () => Mean(tune => tune.Notes),
            () => Mean(tune => tune.Tokens.Count == 0 ? null : tune.Tokens.Count),
            Distinct,
        ];
        Estimate[] found = new Estimate[figures.Length];
        Parallel.For(0, figures.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => found[i] = figures[i]());
        return found;
    }

    private Estimate Ratio(Func<TuneFigures, int> numerator, Func<TuneFigures, int> denominator)
    {
        double[] tops = new double[tunes.Count];
        double[] bottoms = new double[tunes.Count];
        for (int tune = 0; tune < tunes.Count; tune++)
        {
            tops[tune] = numerator(tunes[tune]);
            bottoms[tune] = denominator(tunes[tune]);
        }

        return bootstrap.Ratio(tops, bottoms);
    }

    private Estimate Mean(Func<TuneFigures, int?> value)
    {
        double[] values = new double[tunes.Count];
        for (int tune = 0; tune < tunes.Count; tune++)
        {
            values[tune] = value(tunes[tune]) ?? double.NaN;
        }

        return bootstrap.Mean(values);
    }

    private Estimate Share(Func<TuneFigures, bool?> property)
    {
        int hits = 0;
        int defined = 0;
        foreach (TuneFigures tune in tunes)
        {
            bool? holds = property(tune);
            defined += holds is null ? 0 : 1;
            hits += holds == true ? 1 : 0;
        }

        return WilsonInterval.Of(hits, defined);
    }

    private Estimate Distinct()
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        int distinct = tunes.Count(tune => seen.Add(tune.Text));
        return WilsonInterval.Of(distinct, tunes.Count);
    }
}
