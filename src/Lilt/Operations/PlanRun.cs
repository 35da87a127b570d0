using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Operations;

/// <summary>A plan at work on one tune: it holds the generators that its operations draw from, none of them the tune's own.</summary>
public sealed class PlanRun
{
    private readonly CompiledPlan plan;
    private readonly Dictionary<int, RandomState> random = [];

    internal PlanRun(CompiledPlan plan, int tune, int givenTokens)
    {
        this.plan = plan;
        GivenTokens = givenTokens;
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

    internal RandomState RandomOf(int operation) => random[operation];
}
