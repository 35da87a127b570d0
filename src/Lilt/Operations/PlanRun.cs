using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Operations;

/// <summary>A plan at work on one tune: it holds the generators that its operations draw from, none of them the tune's own.</summary>
public sealed class PlanRun
{
    private readonly CompiledPlan plan;
    private readonly Dictionary<int, RandomState> random = [];
    private readonly bool[] holds;
    private readonly Dictionary<int, (int Step, int Drawn)> drawn = [];
    private readonly Dictionary<Site, float[]> own = [];
    private readonly HashSet<Site> aside = [];

    internal PlanRun(CompiledPlan plan, int tune, int givenTokens)
    {
        this.plan = plan;
        GivenTokens = givenTokens;
        holds = [.. plan.Conditions.Select(condition => condition.HoldsAtFirst)];
        foreach ((int operation, Seed seed) in plan.Drawing)
        {
            random[operation] = new RandomState(seed + tune);
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

    /// <summary>
    /// Ends a step: what was changed upwards alone is as it was again, and what is changed on its way to the next step is changed.
    /// </summary>
    /// <param name="step">The step that is over, from 0; −1 before the first.</param>
    /// <param name="memory">c and h of every layer; changed in place.</param>
    public void Between(int step, SlotMemory memory)
    {
        foreach (Site site in aside)
        {
            own[site].CopyTo(memory[site]);
        }

        aside.Clear();
        plan.ApplyBetween(this, step, memory);
    }

    /// <summary>What a site holds apart from what it shows upwards in the step under way, [H]; null where it shows what it holds.</summary>
    internal float[]? Own(Site site) => aside.Count > 0 && aside.Contains(site) ? own[site] : null;

    /// <summary>Copies what a site holds, before something else may be shown upwards; <see cref="SetAside"/> says that it is.</summary>
    internal void Copy(Site site, ReadOnlySpan<float> values)
    {
        if (!own.TryGetValue(site, out float[]? kept))
        {
            own[site] = kept = new float[values.Length];
        }

        values.CopyTo(kept);
    }

    /// <summary>What was copied of a site is what it holds, and something else is shown.</summary>
    internal void SetAside(Site site) => aside.Add(site);

    /// <summary>A number that an operation draws once a step, however often it is asked at that step.</summary>
    internal int DrawnOnce(int operation, int step, int below)
    {
        if (!drawn.TryGetValue(operation, out (int Step, int Drawn) last) || last.Step != step)
        {
            last = (step, random[operation].NextBelow(below));
            drawn[operation] = last;
        }

        return last.Drawn;
    }

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
