using Lilt.Studies.Control;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Results;

/// <summary>The table of some sets of a control, a row a set, way of cutting it and tune; docs/sweeps.md has its columns.</summary>
internal static class ControlTable
{
    private const string Steps = "steps";
    private const string Layer = "layer";
    private const string Set = "set";
    private const string Tune = "tune";
    private const string Contrast = "contrast";
    private const string OtherLoss = "other_loss";
    private const string Floored = "floored";

    public static IReadOnlyList<TableColumn> Of(Shard shard, ControlPart part)
    {
        T[] All<T>(Func<ControlSum, T> of) => [.. part.Sums.Select(of)];
        T[] Uncut<T>(Func<UncutTune, T> of) => [.. part.Sums.Select(sum => of(part.Uncut[sum.Tune]))];
        return
        [
            .. PointColumns.Of(shard, part.Sums.Count),
            TableColumn.Texts(Steps, All(sum => SweepPlanText.Word(sum.When))),
            TableColumn.Of(Layer, All(sum => sum.Layer)),
            TableColumn.Of(Set, All(sum => sum.Set)),
            TableColumn.Of(Tune, All(sum => sum.Tune)),
            TableColumn.Of(Contrast, All(sum => sum.Contrast)),
            TableColumn.Of("uncut_contrast", Uncut(tune => tune.Contrast)),
            TableColumn.Of("boundaries", Uncut(tune => tune.Boundaries)),
            TableColumn.Of(OtherLoss, All(sum => sum.OtherLoss)),
            TableColumn.Of("uncut_other_loss", Uncut(tune => tune.OtherLoss)),
            TableColumn.Of("others", Uncut(tune => tune.Others)),
            TableColumn.Of(Floored, All(sum => sum.Floored)),
        ];
    }

    /// <summary>The sums of a whole shard.</summary>
    public static async Task<IReadOnlyList<ControlSum>> ReadAsync(SweepFolder folder, Shard shard)
    {
        await using ShardTable table = await ShardTable.OpenAsync(folder, shard);
        CutSteps[] when =
        [
            .. (await table.TextsAsync(Steps)).Select(word => Enum.GetValues<CutSteps>().First(of => SweepPlanText.Word(of) == word)),
        ];
        int[] layer = await table.ValuesAsync<int>(Layer);
        int[] set = await table.ValuesAsync<int>(Set);
        int[] tune = await table.ValuesAsync<int>(Tune);
        double[] contrast = await table.ValuesAsync<double>(Contrast);
        double[] loss = await table.ValuesAsync<double>(OtherLoss);
        int[] floored = await table.ValuesAsync<int>(Floored);
        return
        [
            .. when.Select((steps, row) => new ControlSum(steps, layer[row], set[row], tune[row], contrast[row], loss[row], floored[row])),
        ];
    }
}
