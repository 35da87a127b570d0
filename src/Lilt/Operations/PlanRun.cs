using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Operations;

/// <summary>A plan at work on one tune: it holds the generators that its operations draw from, none of them the tune's own.</summary>
public sealed class PlanRun
{
    private readonly CompiledPlan plan;
    private readonly Dictionary<int, RandomState> random = [];
    private readonly bool[] holds;

    internal PlanRun(CompiledPlan plan, int tune, int givenTokens)
    {
        this.plan = plan;
        GivenTokens = givenTokens;
        holds = [.. plan.Conditions.Select(condition => condition.HoldsAtFirst)];
        foreach ((int operation, uint seed) in plan.Drawing)
        {
            random[operation] = new RandomState(unchecked(seed + (uint)tune));
        }
    }

    /// <summary>Tokens of the prime after the start token.</summary>
    public int GivenTokens { get; }

    /// <summary>Applies the plan at one site of one step.</summary>
    /// <param name="step">From 0; −1 for c and h before the first.</param>
    /// <param name="site">The site.</param>
    /// <param name="values">[H] or [V]; changed in place.</param>
    /// <returns>True if an operation applied; at the posterior, if it changed a value.</returns>
    public bool Apply(int step, Site site, Span<float> values) => plan.Apply(this, step, site, values);

    /// <summary>Whether a condition holds at the step under way.</summary>
    internal bool Holds(ReadCondition condition) => holds[condition.Place];

    /// <summary>Notes what a step reads, [V].</summary>
    internal void Read(ReadOnlySpan<float> input)
    {
        foreach (ReadCondition condition in plan.Conditions)
        {
            holds[condition.Place] = condition.Holds(input);
        }
    }

    internal RandomState RandomOf(int operation) => random[operation];
}
