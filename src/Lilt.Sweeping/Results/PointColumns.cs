using System.Globalization;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Results;

/// <summary>The columns that say which point of the grid a row is of, where a shard is of one point.</summary>
internal static class PointColumns
{
    public static IEnumerable<TableColumn> Of(Shard shard, int rows)
    {
        T[] All<T>(T value) => [.. Enumerable.Repeat(value, rows)];
        return
        [
            TableColumn.Texts("model", All(shard.Model.Name)),
            TableColumn.Texts("model_hash", All(shard.Model.Hash)),
            TableColumn.Texts("plan", All(shard.Plans[0].Name)),
            TableColumn.Texts("plan_hash", All(shard.Plans[0].Plan.Hash)),
            TableColumn.Texts("header", All(shard.Header)),
            TableColumn.Of("temperature", All(AsWritten(shard.Temperature))),
            TableColumn.Of("seed", All((long)shard.Seeds.Of(shard.Seeds.First).Value)),
        ];
    }

    /// <summary>The number that a temperature was written as: 0.1, not the float's 0.10000000149.</summary>
    public static double AsWritten(float temperature) =>
        double.Parse(temperature.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
