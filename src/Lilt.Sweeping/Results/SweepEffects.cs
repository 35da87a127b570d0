using Lilt.Assessment;
using Lilt.Randomness;
using Lilt.Statistics;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Results;

/// <summary>What each plan of a sweep does to the tunes, held against the same network to which nothing is done.</summary>
public static class SweepEffects
{
    /// <summary>The most tunes that effects are found of: they are all held in memory.</summary>
    public const long MostTunes = 10_000_000;

    /// <summary>Finds them, of every plan all of whose tunes are there.</summary>
    /// <param name="folder">The sweep, whose task is to assess.</param>
    /// <param name="seed">Of the draws of intervals and swaps.</param>
    /// <param name="threads">Threads, at least 1; they change speed alone.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>In the order of networks, temperatures and plans.</returns>
    /// <exception cref="SweepFormatException">The sweep is of another task, lacks the network as it is, or has too many tunes.</exception>
    public static IReadOnlyList<ConditionEffect> Of(SweepFolder folder, Seed seed, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (folder.Plan.Task != SweepTask.Assess)
        {
            throw new SweepFormatException($"{folder.FullPath}: effects are of a sweep whose task is assess.");
        }

        if (folder.Plan.Points > MostTunes)
        {
            throw new SweepFormatException(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{folder.FullPath}: the sweep has {folder.Plan.Points:N0} tunes, and effects are of {MostTunes:N0} at the most: ask for what is wanted with lilt sweep ask."
                )
            );
        }

        List<ConditionEffect> effects = [];
        foreach (var place in folder.Shards.All().Where(folder.Store.Has).GroupBy(shard => (shard.Model, shard.Temperature)))
        {
            effects.AddRange(Of(folder, place.Key.Model, place.Key.Temperature, [.. place], seed, threads, cancellation));
        }

        return effects;
    }

    private static ConditionEffect[] Of(
        SweepFolder folder,
        SweptModel model,
        float temperature,
        Shard[] shards,
        Seed seed,
        int threads,
        CancellationToken cancellation
    )
    {
        // [plan][header, seed]
        int tunes = folder.Plan.Headers.Count * folder.Plan.Seeds;
        Dictionary<string, Tunes> plans = [];
        foreach (Shard shard in shards)
        {
            cancellation.ThrowIfCancellationRequested();
            AssessedTunes read = AssessedTunes.ReadAsync(folder, shard).GetAwaiter().GetResult();
            int header = folder.Plan.Headers.Index().First(of => of.Item == shard.Header).Index;
            for (int row = 0; row < read.Texts.Length; row++)
            {
                SweptPlan plan = shard.Plans[row / shard.Seeds.Count];
                int place = (header * folder.Plan.Seeds) + shard.Seeds.First + (row % shard.Seeds.Count);
                if (!plans.TryGetValue(plan.Name, out Tunes? of))
                {
                    plans.Add(plan.Name, of = new Tunes(plan, new string?[tunes], new double[tunes][]));
                }

                (of.Texts[place], of.Numbers[place]) = (read.Texts[row], read.Numbers[row]);
            }
        }

        Tunes[] whole = [.. plans.Values.Where(of => of.Texts.All(text => text is not null))];
        Tunes baseline =
            whole.FirstOrDefault(of => of.Plan.Plan.Operations.Count == 0)
            ?? throw new SweepFormatException(
                $"{folder.FullPath}: the tunes of {model.Name} to which nothing is done are not there: give the sweep the plan \"none\", or let it come so far."
            );
        Tunes[] operated = [.. whole.Where(of => of != baseline)];
        TuneEffect[] effects = new TuneEffect[operated.Length];
        double[][] p = new double[operated.Length][];
        Parallel.For(
            0,
            operated.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            plan =>
            {
                PairedTune[] pairs = Pairs(baseline, operated[plan], folder.Plan);
                effects[plan] = PairedTunes.Find(pairs, seed);
                p[plan] =
                [
                    .. PairedTunes.Figures.Select(
                        (_, figure) =>
                            SwapTest.P(
                                [.. pairs.SelectMany(pair => pair.Numbers.Skip(4 * figure).Take(4))],
                                seed.Derive("swaps", plan, figure)
                            )
                    ),
                ];
            }
        );
        double[][] q = [.. PairedTunes.Figures.Select((_, figure) => BenjaminiHochberg.Adjust([.. p.Select(of => of[figure])]))];
        return
        [
            .. operated.Select(
                (of, plan) =>
                    new ConditionEffect(
                        model.Name,
                        temperature,
                        of.Plan.Name,
                        effects[plan],
                        p[plan],
                        [.. q.Select(figure => figure[plan])]
                    )
            ),
        ];
    }

    // A pair a seed: what its tunes under all headers add, added up.
    private static PairedTune[] Pairs(Tunes baseline, Tunes operated, SweepPlan sweep)
    {
        PairedTune[] pairs = new PairedTune[sweep.Seeds];
        for (int seed = 0; seed < pairs.Length; seed++)
        {
            double[] sums = new double[PairedTunes.NumbersATune];
            bool isChanged = false;
            for (int header = 0; header < sweep.Headers.Count; header++)
            {
                int place = (header * sweep.Seeds) + seed;
                bool differs = baseline.Texts[place] != operated.Texts[place];
                PairedTune pair = PairedTune.Of(baseline.Numbers[place], operated.Numbers[place], differs);
                isChanged |= differs;
                for (int number = 0; number < sums.Length; number++)
                {
                    sums[number] += pair.Numbers[number];
                }
            }

            pairs[seed] = new PairedTune(isChanged, sums);
        }

        return pairs;
    }

    private sealed record Tunes(SweptPlan Plan, string?[] Texts, double[][] Numbers);
}
