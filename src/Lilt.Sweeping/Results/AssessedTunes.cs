using Lilt.Assessment;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Results;

/// <summary>The tunes of a whole shard as its table has them, plan by plan, seed by seed.</summary>
/// <param name="Texts">[tunes] Their tokens.</param>
/// <param name="Numbers">[tunes][figures × 2] What each adds to the figures: <see cref="TuneNumbers"/>.</param>
internal sealed record AssessedTunes(string[] Texts, double[][] Numbers)
{
    public static async Task<AssessedTunes> ReadAsync(SweepFolder folder, Shard shard)
    {
        await using ShardTable table = await ShardTable.OpenAsync(folder, shard);
        double[][] numbers = [.. Enumerable.Range(0, table.Count).Select(_ => new double[2 * PairedTunes.Figures.Count])];
        for (int number = 0; number < 2 * PairedTunes.Figures.Count; number++)
        {
            double[] column = await table.ValuesAsync<double>(TuneTable.NameOf(number));
            for (int tune = 0; tune < column.Length; tune++)
            {
                numbers[tune][number] = column[tune];
            }
        }

        return new AssessedTunes(await table.TextsAsync("text"), numbers);
    }
}
