using Lilt.Sweeping.Shards;
using Parquet;
using Parquet.Schema;

namespace Lilt.Sweeping.Results;

/// <summary>The table of a whole shard, to be read a column at a time.</summary>
internal sealed class ShardTable : IAsyncDisposable
{
    private readonly ParquetReader reader;
    private readonly ParquetRowGroupReader rows;
    private readonly Dictionary<string, DataField> fields;

    private ShardTable(ParquetReader reader)
    {
        this.reader = reader;
        rows = reader.OpenRowGroupReader(0);
        fields = reader.Schema.DataFields.ToDictionary(field => field.Name);
    }

    /// <summary>Rows.</summary>
    public int Count => (int)rows.RowCount;

    public static async Task<ShardTable> OpenAsync(SweepFolder folder, Shard shard) =>
        new(await ParquetReader.CreateAsync(folder.Store.PathOf(shard)));

    public async Task<string[]> TextsAsync(string column)
    {
        string?[] texts = new string?[Count];
        await rows.ReadAsync(fields[column], texts.AsMemory());
        return [.. texts.OfType<string>()];
    }

    public async Task<T[]> ValuesAsync<T>(string column)
        where T : struct
    {
        T[] values = new T[Count];
        await rows.ReadAsync<T>(fields[column], values.AsMemory());
        return values;
    }

    public async ValueTask DisposeAsync()
    {
        rows.Dispose();
        await reader.DisposeAsync();
    }
}
