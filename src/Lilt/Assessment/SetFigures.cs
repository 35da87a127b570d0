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
    [.. FigureKind.All.Select(kind => (kind.Name, kind.Label, kind.Unit)), ("distinctTunes", "distinct tunes", FigureUnit.Share)];

    /// <summary>The figures, one a kind.</summary>
    /// <param name="threads">Threads, at least 1.</param>
    public Estimate[] Find(int threads)
    {
        Func<Estimate>[] figures = [.. FigureKind.All.Select<FigureKind, Func<Estimate>>(kind => () => Of(kind)), Distinct];
        Estimate[] found = new Estimate[figures.Length];
        Parallel.For(0, figures.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => found[i] = figures[i]());
        return found;
    }

    private Estimate Of(FigureKind kind)
    {
        double[] tops = new double[tunes.Count];
        double[] bottoms = new double[tunes.Count];
        for (int tune = 0; tune < tunes.Count; tune++)
        {
            (tops[tune], bottoms[tune]) = kind.Of(tunes[tune]);
        }

        return kind.IsShareOfTunes ? WilsonInterval.Of((int)tops.Sum(), (int)bottoms.Sum()) : bootstrap.Ratio(tops, bottoms);
    }

    private Estimate Distinct()
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        int distinct = tunes.Count(tune => seen.Add(tune.Text));
        return WilsonInterval.Of(distinct, tunes.Count);
    }
}
