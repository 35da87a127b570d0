namespace Lilt.Sweeping.Plans;

/// <summary>A member of a sweep's plans: one plan, or a rule that makes many for each network.</summary>
public abstract record PlanEntry
{
    /// <summary>How many plans it makes for a network of a shape.</summary>
    /// <param name="model">The network.</param>
    public abstract int Count(SweptModel model);

    /// <summary>One of them.</summary>
    /// <param name="model">The network.</param>
    /// <param name="index">From 0.</param>
    public abstract SweptPlan Plan(SweptModel model, int index);

    /// <summary>Why it cannot be made for a network, a sentence without its stop; null where it can.</summary>
    internal virtual string? Fault(SweptModel model) => null;
}
