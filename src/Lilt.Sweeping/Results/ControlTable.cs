using Lilt.Studies.Control;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Results;

/// <summary>The table of a control, a row a set of units and way of cutting them; docs/sweeps.md has its columns.</summary>
internal static class ControlTable
{
    private readonly record struct Row(TimingEffect Effect, CutSteps When, int Set);

    public static IReadOnlyList<TableColumn> Of(Shard shard, ControlResult result)
    {
        Row[] rows =
        [
            .. result.Cuts.SelectMany(cut =>
                cut.Layers.SelectMany(layer =>
                    Enumerable.Range(-1, layer.Change.Random.Count + 1).Select(set => new Row(layer, cut.When, set))
                )
            ),
        ];
        T[] All<T>(Func<Row, T> of) => [.. rows.Select(of)];
        return
        [
            .. PointColumns.Of(shard, rows.Length),
            TableColumn.Texts("steps", All(row => Plans.SweepPlanText.Word(row.When))),
            TableColumn.Of("layer", All(row => row.Effect.Change.Layer)),
            TableColumn.Of("set", All(row => row.Set)),
            TableColumn.Of("contrast", All(_ => result.Baseline.Contrast)),
            TableColumn.Of("change", All(row => row.Set < 0 ? row.Effect.Change.Target : row.Effect.Change.Random[row.Set])),
            TableColumn.Of("damage", All(row => row.Set < 0 ? row.Effect.Damage : row.Effect.DamageRandom[row.Set])),
            TableColumn.Of("residual", All(row => row.Set < 0 ? row.Effect.Residual : row.Effect.ResidualRandom[row.Set])),
            TableColumn.Of("p", All(row => row.Set < 0 ? row.Effect.P : null)),
        ];
    }
}
