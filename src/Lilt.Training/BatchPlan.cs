using Lilt.Randomness;

namespace Lilt.Training;

/// <summary>Which tunes stand together in each batch of an epoch, and how a batch is dealt into shards.</summary>
internal static class BatchPlan
{
    private const double LengthNoise = 0.1;
    private const long Lengths = 1;
    private const long Order = 2;

    /// <summary>
    /// All tunes of an epoch in batches of similar length, in random order; the last batch made may be smaller. A tune's length counts
    /// with a random factor within ±10 %, so that its companions change from epoch to epoch.
    /// </summary>
    /// <param name="tunes">The training tunes.</param>
    /// <param name="batchSize">B.</param>
    /// <param name="random">The numbers of this epoch.</param>
    public static IReadOnlyList<IReadOnlyList<CorpusTune>> Epoch(IReadOnlyList<CorpusTune> tunes, int batchSize, CounterRandom random)
    {
        CounterRandom noise = random.Part(Lengths);
        CorpusTune[] sorted =
        [
            .. tunes
                .OrderBy(tune => tune.Steps * (1.0 + (LengthNoise * ((2.0 * noise.Uniform(tune.Position)) - 1.0))))
                .ThenBy(tune => tune.Position),
        ];
        CorpusTune[][] batches = [.. sorted.Chunk(batchSize)];
        return [.. random.Part(Order).Permutation(batches.Length).Select(batch => batches[batch])];
    }

    /// <summary>
    /// A batch's shards: as many as hold at most <paramref name="tunesAShard"/> tunes each, dealt in turn from the longest on, so that they
    /// weigh alike.
    /// </summary>
    public static IReadOnlyList<PackedTunes> Shards(IReadOnlyList<CorpusTune> batch, int tunesAShard)
    {
        int count = (batch.Count + tunesAShard - 1) / tunesAShard;
        CorpusTune[] sorted = [.. batch.OrderByDescending(tune => tune.Steps).ThenBy(tune => tune.Position)];
        return [.. Enumerable.Range(0, count).Select(shard => new PackedTunes(sorted.Where((_, n) => n % count == shard)))];
    }
}
