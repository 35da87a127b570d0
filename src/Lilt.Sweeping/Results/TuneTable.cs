using Lilt.Assessment;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Results;

/// <summary>The table of a shard's tunes, a row a tune; docs/sweeps.md has its columns.</summary>
internal static class TuneTable
{
    // Of the figures that are counted whatever the task: the measures that are counted, and of how many.
    private const string CountName = "countedMeasures";
    private const string StrictCountName = "strictlyCountedMeasures";

    /// <summary>The table.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="rows">All its tunes: plan by plan, seed by seed.</param>
    /// <param name="untouched">[plans] How many of each plan's operations touched nothing in any of its tunes here.</param>
    public static IReadOnlyList<TableColumn> Of(Shard shard, IReadOnlyList<TuneRow> rows, IReadOnlyList<int> untouched)
    {
        SweptPlan PlanOf(TuneRow row) => shard.Plans[row.Plan];
        T[] All<T>(Func<TuneRow, T> of) => [.. rows.Select(of)];
        int counts = 2 * PlaceOf(CountName);
        int strictCounts = 2 * PlaceOf(StrictCountName);
        string[] hashes = [.. shard.Plans.Select(plan => plan.Plan.Hash)];
        List<TableColumn> columns =
        [
            TableColumn.Texts("model", All(_ => shard.Model.Name)),
            TableColumn.Texts("model_hash", All(_ => shard.Model.Hash)),
            TableColumn.Texts("plan", All(row => PlanOf(row).Name)),
            TableColumn.Texts("plan_hash", All(row => hashes[row.Plan])),
            TableColumn.Texts("header", All(_ => shard.Header)),
            TableColumn.Of("temperature", All(_ => PointColumns.AsWritten(shard.Temperature))),
            TableColumn.Of("seed", All(row => (long)row.Tune.Seed.Value)),
            TableColumn.Of("tune", All(row => row.Tune.Index)),
            TableColumn.Of("tokens", All(row => row.Tune.Tokens.Count - 1)),
            TableColumn.Of("cut", All(row => row.Tune.EndsAtLimit)),
            TableColumn.Of("near_draws", All(row => row.Tune.NearDraws)),
            TableColumn.Of("untouched", All(row => untouched[row.Plan])),
            TableColumn.Of("measures", All(row => (int)row.Numbers[counts + 1])),
            TableColumn.Of("counted", All(row => (int)row.Numbers[counts])),
            TableColumn.Of("strictly_counted", All(row => (int)row.Numbers[strictCounts])),
            TableColumn.Texts("text", All(row => row.Text)),
        ];
        if (shard.Sweep.Task == SweepTask.Assess)
        {
            for (int number = 0; number < 2 * PairedTunes.Figures.Count; number++)
            {
                int at = number;
                columns.Add(TableColumn.Of(NameOf(number), All(row => row.Numbers[at])));
            }
        }

        return columns;
    }

    /// <summary>The column of a number of <see cref="TuneNumbers"/>.</summary>
    public static string NameOf(int number) => $"{PairedTunes.Figures[number / 2].Name}_{(number % 2 == 0 ? "above" : "below")}";

    private static int PlaceOf(string name) => PairedTunes.Figures.Index().First(figure => figure.Item.Name == name).Index;
}
