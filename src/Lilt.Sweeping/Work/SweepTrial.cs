using System.Diagnostics;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>What a sweep of tunes is going to take, from a short trial on this machine.</summary>
/// <param name="Tunes">Tunes that the trial wrote.</param>
/// <param name="TokensATune">Their mean length in tokens.</param>
/// <param name="TokensASecond">How fast they were written, all slots filled.</param>
/// <param name="BytesATune">What they take in a table.</param>
public sealed record SweepTrial(int Tunes, double TokensATune, double TokensASecond, double BytesATune)
{
    // Enough for a mean length to some percent, some seconds with the shipped network.
    private const int TrialTunes = 512;

    /// <summary>Tries the sweep's middle shards, or the first tunes of the middle one.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="threads">Threads, at least 1.</param>
    /// <param name="cancellation">Ends the trial within a step.</param>
    public static SweepTrial Of(SweepPlan sweep, int threads, CancellationToken cancellation)
    {
        ShardList shards = new(sweep);
        int wanted = Math.Max(TrialTunes, 2 * threads * TuneGenerator.MostSlots);
        Shard[] tried = Tried(shards, wanted);
        Model model = tried[0].Model.Read();
        (Shard Shard, int Place)[] places =
        [
            .. tried.SelectMany(shard => Enumerable.Range(0, shard.Points).Select(place => (shard, place))).Take(wanted),
        ];
        List<TuneRow> rows = [];
        long written = 0;
        long begun = Stopwatch.GetTimestamp();
        (long Tokens, long At) full = (0, 0);
        (long Tokens, long At) empty = (0, 0);

        // From the time at which every slot is filled to that at which the first is left empty.
        IEnumerable<TuneRequest> Counted(TuneRequest[] requests)
        {
            int slots = Math.Min(requests.Length / 2, threads * TuneGenerator.MostSlots);
            for (int n = 0; n < requests.Length; n++)
            {
                if (n == slots)
                {
                    full = (Interlocked.Read(ref written), Stopwatch.GetTimestamp());
                }

                yield return requests[n];
            }

            empty = (Interlocked.Read(ref written), Stopwatch.GetTimestamp());
        }

        TuneRequest[] requests =
        [
            .. tried
                .SelectMany(shard => ShardRequests.Of(shard, model, [.. shard.Plans.Select(plan => plan.Compile(model))]))
                .Take(wanted)
                .Select(request => ShardRequests.Told(request, (_, _) => Interlocked.Increment(ref written))),
        ];
        RunOptions run = new()
        {
            AtOnce = requests.Length,
            Temperature = tried[0].Temperature,
            Threads = threads,
        };
        foreach (GeneratedTune tune in TuneGenerator.RunOperated(model, Counted(requests), run, () => default(NoTuneProbe), cancellation))
        {
            (Shard shard, int place) = places[rows.Count];
            rows.Add(TuneRow.Of(place / shard.Seeds.Count, tune, model.Vocabulary, sweep.Task));
        }

        long tokens = rows.Sum(row => row.Tune.Tokens.Count - 1L);
        double rate =
            empty.Tokens - full.Tokens > tokens / 10
                ? (empty.Tokens - full.Tokens) / Stopwatch.GetElapsedTime(full.At, empty.At).TotalSeconds
                : tokens / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        long bytes = places
            .Zip(rows)
            .GroupBy(pair => pair.First.Shard)
            .Sum(of => TableFile.BytesOf(TuneTable.Of(of.Key, [.. of.Select(pair => pair.Second)], new int[of.Key.Plans.Count])));
        return new SweepTrial(rows.Count, (double)tokens / rows.Count, rate, (double)bytes / rows.Count);
    }

    // As many as have so many tunes: one network at one temperature, as they are made side by side.
    private static Shard[] Tried(ShardList shards, int wanted)
    {
        Shard first = shards[shards.Count / 2];
        List<Shard> tried = [];
        for (long number = first.Number, tunes = 0; tunes < wanted && number < shards.Count; number++)
        {
            Shard shard = shards[number];
            if (shard.Model != first.Model || shard.Temperature != first.Temperature)
            {
                break;
            }

            tried.Add(shard);
            tunes += shard.Points;
        }

        return [.. tried];
    }
}
