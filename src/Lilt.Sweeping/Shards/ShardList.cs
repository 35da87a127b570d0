using Lilt.Sweeping.Plans;

namespace Lilt.Sweeping.Shards;

/// <summary>The shards of a sweep, worked out from its plan one by one: nothing but numbers is kept, however many there are.</summary>
/// <remarks>
/// The order is networks, temperatures, headers, blocks of seeds, plans, blocks of a control's sets, the last running fastest. Plans stand together in a shard until it has
/// <see cref="SweepPlan.TunesAShard"/> tunes; a rule that makes many begins one of its own, so that two sweeps with the same rule share its
/// shards, whatever stands before it.
/// </remarks>
public sealed class ShardList
{
    private readonly SweepPlan sweep;
    private readonly int block;
    private readonly int blocks;
    private readonly int parts;
    private readonly Group[][] groups;
    private readonly long[] before;

    /// <param name="sweep">The sweep.</param>
    public ShardList(SweepPlan sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        this.sweep = sweep;
        block = Math.Min(sweep.Seeds, sweep.TunesAShard);
        blocks = (int)(((long)sweep.Seeds + block - 1) / block);
        parts = sweep.Control?.Parts ?? 1;
        int plans = Math.Max(1, sweep.TunesAShard / block);
        groups = [.. sweep.Models.Select(model => Grouped(model, plans).ToArray())];
        before = new long[sweep.Models.Count + 1];
        for (int model = 0; model < groups.Length; model++)
        {
            before[model + 1] =
                before[model] + ((long)groups[model].Length * parts * blocks * sweep.Temperatures.Count * sweep.Headers.Count);
        }
    }

    /// <summary>How many.</summary>
    public long Count => before[^1];

    /// <summary>One of them.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none of that number.</exception>
    public Shard this[long number]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(number);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Count);
            int model = 0;
            while (number >= before[model + 1])
            {
                model++;
            }

            long left = number - before[model];
            Group[] of = groups[model];
            (left, long part) = Math.DivRem(left, parts);
            (left, long group) = Math.DivRem(left, of.Length);
            (left, long seeds) = Math.DivRem(left, blocks);
            (left, long header) = Math.DivRem(left, sweep.Headers.Count);
            int first = (int)seeds * block;
            return new Shard(
                sweep,
                number,
                sweep.Models[model],
                sweep.Temperatures[(int)left],
                sweep.Headers[(int)header],
                new SeedBlock(sweep.Seed, first, Math.Min(block, sweep.Seeds - first)),
                [.. Plans(sweep.Models[model], of[group])],
                sweep.Control?.Part((int)part)
            );
        }
    }

    /// <summary>All of them, in order.</summary>
    public IEnumerable<Shard> All()
    {
        for (long number = 0; number < Count; number++)
        {
            yield return this[number];
        }
    }

    private IEnumerable<SweptPlan> Plans(SweptModel model, Group group)
    {
        int left = group.Plans;
        int from = group.From;
        for (int entry = group.Entry; left > 0; entry++, from = 0)
        {
            int count = Math.Min(left, sweep.Plans[entry].Count(model) - from);
            for (int plan = from; plan < from + count; plan++)
            {
                yield return sweep.Plans[entry].Plan(model, plan);
            }

            left -= count;
        }
    }

    private IEnumerable<Group> Grouped(SweptModel model, int plans)
    {
        Group? open = null;
        for (int entry = 0; entry < sweep.Plans.Count; entry++)
        {
            int count = sweep.Plans[entry].Count(model);
            bool isRule = sweep.Plans[entry] is not OnePlan;
            if (open is { } before && (isRule || before.Plans == plans))
            {
                yield return before;
                open = null;
            }

            if (!isRule)
            {
                open = open is { } with ? with with { Plans = with.Plans + 1 } : new Group(entry, 0, 1);
                continue;
            }

            for (int from = 0; from < count; from += plans)
            {
                yield return new Group(entry, from, Math.Min(plans, count - from));
            }
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Plans that stand together in a shard.</summary>
    /// <param name="Entry">The entry of the first.</param>
    /// <param name="From">Its place in the entry.</param>
    /// <param name="Plans">How many.</param>
    private readonly record struct Group(int Entry, int From, int Plans);
}
