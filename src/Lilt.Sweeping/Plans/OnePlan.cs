namespace Lilt.Sweeping.Plans;

/// <summary>One plan.</summary>
/// <param name="Of">The plan.</param>
public sealed record OnePlan(SweptPlan Of) : PlanEntry
{
    /// <inheritdoc/>
    public override int Count(SweptModel model) => 1;

    /// <inheritdoc/>
    public override SweptPlan Plan(SweptModel model, int index) => Of;
}
