using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Operations;

/// <summary>
/// A plan made ready for one run of one model: names resolved, recordings read, and a note of which operations came to touch something.
/// </summary>
/// <remarks>Many tunes may run under it at once, on many threads; each has a <see cref="PlanRun"/> of its own.</remarks>
public sealed class CompiledPlan
{
    private readonly Dictionary<Site, SiteAction[]> actions;
    private readonly MemoryAction[] between;
    private readonly IReadOnlyList<Seed?> seeds;
    private readonly bool[] touched;

    // A bit a kind of site at which something acts: most visits end here.
    private readonly uint kinds;

    internal CompiledPlan(
        OperationPlan plan,
        Dictionary<Site, SiteAction[]> actions,
        IReadOnlyList<MemoryAction> between,
        IReadOnlyList<Seed?> seeds,
        IReadOnlyList<ReadCondition> conditions
    )
    {
        Plan = plan;
        this.actions = actions;
        this.between = [.. between];
        this.seeds = seeds;
        Conditions = conditions;
        touched = new bool[plan.Operations.Count];
        kinds = actions.Keys.Aggregate(0u, (bits, site) => bits | Bit(site));
    }

    /// <summary>The plan.</summary>
    public OperationPlan Plan { get; }

    /// <summary>What its operations ask of the steps at which they apply.</summary>
    internal IReadOnlyList<ReadCondition> Conditions { get; }

    /// <summary>Every operation that draws, by its place, with its seed.</summary>
    internal IEnumerable<(int Operation, Seed Seed)> Drawing =>
        from operation in Enumerable.Range(0, seeds.Count)
        where seeds[operation].HasValue
        select (operation, seeds[operation].GetValueOrDefault());

    /// <summary>The places of the operations that came to touch something, from 0.</summary>
    public IReadOnlyList<int> Touched => [.. Enumerable.Range(0, touched.Length).Where(operation => Volatile.Read(ref touched[operation]))];

    /// <summary>Takes operations as touching that touched something in tunes which an earlier run made.</summary>
    /// <param name="operations">Their places, from 0.</param>
    public void Recall(IEnumerable<int> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        foreach (int operation in operations)
        {
            Volatile.Write(ref touched[operation], true);
        }
    }

    /// <summary>Begins a tune.</summary>
    /// <param name="tune">The tune's place in its run: what draws, draws with its seed + this.</param>
    /// <param name="givenTokens">Tokens of the prime after the start token.</param>
    public PlanRun Begin(int tune, int givenTokens) => new(this, tune, givenTokens);

    /// <summary>Checks, after all tunes of a run, that every operation touched something.</summary>
    /// <exception cref="PlanFormatException">One touched nothing; the message names it.</exception>
    public void ThrowIfUntouched()
    {
        int index = Array.IndexOf(touched, false);
        if (index >= 0)
        {
            throw new PlanFormatException(
                index,
                $"operation {index + 1} of the plan ({Plan.Operations[index].Name}) touched nothing in any tune: its steps were never reached, or nothing was left to apply."
            );
        }
    }

    internal bool Apply(PlanRun run, int step, Site site, Span<float> values)
    {
        bool applied = Act(run, step, site, values);
        if (site == Site.Input)
        {
            run.Read(values);
        }

        return applied;
    }

    internal void ApplyBetween(PlanRun run, int step, SlotMemory memory)
    {
        foreach (MemoryAction action in between)
        {
            if (action.Apply(run, step, memory))
            {
                Volatile.Write(ref touched[action.Operation], true);
            }
        }
    }

    private static uint Bit(Site site) => 1u << (int)site.Kind;

    private bool Act(PlanRun run, int step, Site site, Span<float> values)
    {
        if ((kinds & Bit(site)) == 0 || !actions.TryGetValue(site, out SiteAction[]? of))
        {
            return false;
        }

        // Only a posterior whose bits changed is normalised again: adding 0 changes no bit.
        float[]? before = site.Kind == SiteKind.Posterior ? values.ToArray() : null;
        bool applied = false;
        foreach (SiteAction action in of)
        {
            if (ActAlong(action, run, step, site, values))
            {
                applied = true;
                Volatile.Write(ref touched[action.Operation], true);
            }
        }

        return before is null ? applied : !values.SequenceEqual(before);
    }

    // What is shown upwards alone leaves behind what the site holds; whatever acts on both ways after it acts on that too.
    private static bool ActAlong(SiteAction action, PlanRun run, int step, Site site, Span<float> values)
    {
        float[]? own = run.Own(site);
        if (!action.GoesUpAlone)
        {
            return action.Apply(run, step, values) | (own is not null && action.Apply(run, step, own));
        }

        // Before the first step nothing goes up.
        if (step < 0)
        {
            return false;
        }

        if (own is null)
        {
            run.Copy(site, values);
        }

        bool shown = action.Apply(run, step, values);
        if (shown)
        {
            run.SetAside(site);
        }

        return shown;
    }
}
