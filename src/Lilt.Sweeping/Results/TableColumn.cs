using Parquet;
using Parquet.Schema;

namespace Lilt.Sweeping.Results;

/// <summary>A column of a table, and how its values are written.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Field">Its type.</param>
/// <param name="Write">Writes it.</param>
internal sealed record TableColumn(string Name, DataField Field, Func<ParquetRowGroupWriter, Task> Write)
{
    public static TableColumn Texts(string name, string[] values)
    {
        DataField field = new(name, typeof(string), isNullable: false);
        return new TableColumn(name, field, writer => writer.WriteAsync(field, values));
    }

    public static TableColumn Of<T>(string name, T[] values)
        where T : struct
    {
        DataField<T> field = new(name, nullable: false);
        return new TableColumn(name, field, writer => writer.WriteAsync<T>(field, (ReadOnlyMemory<T>)values));
    }

    public static TableColumn Of<T>(string name, T?[] values)
        where T : struct
    {
        DataField<T> field = new(name, nullable: true);
        return new TableColumn(name, field, writer => writer.WriteAsync<T>(field, (ReadOnlyMemory<T?>)values));
    }
}
