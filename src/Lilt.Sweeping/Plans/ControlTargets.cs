using Lilt.Operations;
using Lilt.Studies.Control;

namespace Lilt.Sweeping.Plans;

/// <summary>The units that a plan cuts, as a control asks for them.</summary>
internal static class ControlTargets
{
    /// <summary>A target for each operation.</summary>
    /// <exception cref="SweepFormatException">The plan does something else than to cut numbered units, one set a layer.</exception>
    public static IReadOnlyList<ControlTarget> Of(SweptPlan plan)
    {
        ControlTarget[] targets =
        [
            .. plan.Plan.Operations.Select(operation =>
                operation
                    is Excise
                    {
                        Fill: ExciseFill.Zero,
                        Edge: Edge.Both,
                        Reading: null,
                        NotReading: null,
                        Units.Units: { Count: > 0 } units,
                    } excise
                    ? new ControlTarget(excise.Layer, units)
                    : throw Other(plan)
            ),
        ];
        return targets.Length > 0 && targets.DistinctBy(target => target.Layer).Count() == targets.Length ? targets : throw Other(plan);
    }

    private static SweepFormatException Other(SweptPlan plan) =>
        new(
            $"the plan {plan.Name} cannot be held against random sets: a control takes plans that excise numbered units, one set a layer, and do nothing else."
        );
}
