using Lilt.Studies.Control;

namespace Lilt.Studies.Part7.Telling;

/// <summary>The control's tables: what its numbers are made of, so that they can be made again without the network.</summary>
internal static class ControlTables
{
    /// <summary>The tables.</summary>
    public static IEnumerable<StudyTable> Of(ControlResult control) =>
        [
            new(
                "control-sets.csv",
                "the control's units: each layer's target and its random sets",
                ["layer", "set", "unit"],
                Sets(control)
            ),
            new(
                "control-strengths.csv",
                "the strength of every unit and its bin, by which random sets match the target",
                ["layer", "unit", "strength", "bin", "target"],
                Strengths(control)
            ),
            new(
                "control-tunes.csv",
                "what every network made of every tune fed to it, as sums",
                ["cut", "layer", "set", "tune", "contrast_sum", "boundaries", "other_loss_sum", "other_steps", "floored"],
                Tunes(control)
            ),
        ];

    private static IEnumerable<object?[]> Sets(ControlResult control)
    {
        for (int target = 0; target < control.Targets.Count; target++)
        {
            int most = control.Cuts.Max(cut => cut.Layers[target].Random.Count);
            IEnumerable<IReadOnlyList<int>> all = control.Sets[target].Sets.Take(most).Prepend(control.Targets[target].Units);
            foreach (
                object?[] row in all.SelectMany(
                    (units, index) => units.Select(unit => new object?[] { control.Targets[target].Layer, SetName(index - 1), unit })
                )
            )
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<object?[]> Strengths(ControlResult control) =>
        control
            .Targets.Zip(
                control.Sets,
                (target, sets) =>
                {
                    HashSet<int> cut = [.. target.Units];
                    return sets.Strengths.Select(
                        (strength, unit) => new object?[] { target.Layer, unit, strength, sets.Bins[unit], cut.Contains(unit) }
                    );
                }
            )
            .SelectMany(rows => rows);

    private static IEnumerable<object?[]> Tunes(ControlResult control) =>
        control.Rows.SelectMany(row =>
            row.Tunes.Select(
                (tune, index) =>
                    new object?[]
                    {
                        row.When is { } when ? EnumWords.Of(when) : "uncut",
                        row.When is null ? null : row.Layer,
                        row.When is null ? null : SetName(row.Set),
                        index,
                        tune.Contrast,
                        tune.Timing.BoundaryCount,
                        tune.OtherLoss,
                        tune.Timing.OtherCount,
                        tune.Floored,
                    }
            )
        );

    private static object SetName(int set) => set < 0 ? "target" : set;
}
