using Lilt.Assessment;
using Lilt.Sweeping.Shards;
using Parquet;
using Parquet.Schema;

namespace Lilt.Sweeping.Results;

/// <summary>The tunes of a whole shard as its table has them, plan by plan, seed by seed.</summary>
/// <param name="Texts">[tunes] Their tokens.</param>
/// <param name="Numbers">[tunes][figures × 2] What each adds to the figures: <see cref="TuneNumbers"/>.</param>
internal sealed record AssessedTunes(string[] Texts, double[][] Numbers)
{
    public static async Task<AssessedTunes> ReadAsync(SweepFolder folder, Shard shard)
    {
        await using ParquetReader reader = await ParquetReader.CreateAsync(folder.Store.PathOf(shard));
        using ParquetRowGroupReader rows = reader.OpenRowGroupReader(0);
        Dictionary<string, DataField> fields = reader.Schema.DataFields.ToDictionary(field => field.Name);
        int count = (int)rows.RowCount;
        string?[] texts = new string?[count];
        await rows.ReadAsync(fields["text"], texts.AsMemory());
        double[][] numbers = [.. Enumerable.Range(0, count).Select(_ => new double[2 * PairedTunes.Figures.Count])];
        double[] column = new double[count];
        for (int number = 0; number < 2 * PairedTunes.Figures.Count; number++)
        {
            string name = TuneTable.NameOf(number);
            await rows.ReadAsync<double>(fields[name], column.AsMemory());
            for (int tune = 0; tune < count; tune++)
            {
                numbers[tune][number] = column[tune];
            }
        }

        return new AssessedTunes([.. texts.OfType<string>()], numbers);
    }
}
