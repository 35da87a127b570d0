using Lilt.Files;
using Parquet;
using Parquet.Schema;

namespace Lilt.Sweeping.Results;

/// <summary>Writes a table as Parquet, whole and at once; the same values give the same bytes.</summary>
/// <remarks>Source: the Apache Parquet format, https://parquet.apache.org/docs/file-format/, by Parquet.Net.</remarks>
internal static class TableFile
{
    public static void Write(string path, IReadOnlyList<TableColumn> columns)
    {
        using MemoryStream made = new();
        WriteAsync(made, columns).GetAwaiter().GetResult();
        ReplacedFile.Write(path, stream => stream.Write(made.GetBuffer().AsSpan(0, (int)made.Length)));
    }

    /// <summary>How large the file would be.</summary>
    public static long BytesOf(IReadOnlyList<TableColumn> columns)
    {
        using MemoryStream made = new();
        WriteAsync(made, columns).GetAwaiter().GetResult();
        return made.Length;
    }

    private static async Task WriteAsync(Stream stream, IReadOnlyList<TableColumn> columns)
    {
        ParquetOptions options = new() { CompressionMethod = CompressionMethod.Zstd };
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(
            new ParquetSchema([.. columns.Select(column => (Field)column.Field)]),
            stream,
            options
        );
        using ParquetRowGroupWriter rows = writer.CreateRowGroup();
        foreach (TableColumn column in columns)
        {
            await column.Write(rows);
        }
    }
}
