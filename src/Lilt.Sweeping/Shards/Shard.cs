using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lilt.Recording;
using Lilt.Sweeping.Plans;

namespace Lilt.Sweeping.Shards;

/// <summary>A part of a sweep that is computed and kept as a whole: one network, temperature and header, some seeds, some plans,
/// of a control some sets.</summary>
public sealed class Shard
{
    // What is computed, or how it is written, has changed: another number, and nothing older is taken for the same.
    private const string Format = "lilt shard 2";

    private readonly Lazy<string> name;

    internal Shard(
        SweepPlan sweep,
        long number,
        SweptModel model,
        float temperature,
        string header,
        SeedBlock seeds,
        SweptPlan[] plans,
        SetBlock? sets
    )
    {
        Sweep = sweep;
        Number = number;
        Model = model;
        Temperature = temperature;
        Header = header;
        Seeds = seeds;
        Plans = plans;
        Sets = sets;
        name = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Account()))));
    }

    /// <summary>What it is a part of.</summary>
    public SweepPlan Sweep { get; }

    /// <summary>Its place in the sweep, from 0.</summary>
    public long Number { get; }

    /// <summary>The network.</summary>
    public SweptModel Model { get; }

    /// <summary>Divides the logits.</summary>
    public float Temperature { get; }

    /// <summary>What tunes begin with, as typed.</summary>
    public string Header { get; }

    /// <summary>The seeds.</summary>
    public SeedBlock Seeds { get; }

    /// <summary>What is done to the network, a plan after the other.</summary>
    public IReadOnlyList<SweptPlan> Plans { get; }

    /// <summary>Of a control the random sets; null of all else.</summary>
    public SetBlock? Sets { get; }

    /// <summary>Points of the grid in it.</summary>
    public int Points => Plans.Count * Seeds.Count;

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of all that decides what is in it, and of nothing else: not of its place, nor of the sweep.
    /// </summary>
    public string Name => name.Value;

    private string Account()
    {
        StringBuilder text = new();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"{Format}");
        // What one version of Lilt counts, another may count otherwise.
        Line($"lilt {LibraryVersion.Text}");
        Line($"task {Sweep.Task}");
        Line($"study {Sweep.Study}");
        if (Sets is { } sets)
        {
            // Of how many sets it is a part changes nothing in it: they are drawn one after another.
            Line($"control sets {sets.First} {sets.Count} tunes {Sweep.Control!.Tunes}");
        }

        Line($"model {Model.Hash} {Model.Name}");
        Line($"temperature {Temperature:R}");
        Line($"limit {Sweep.Limit} rng {Sweep.Mode}");
        Line($"seeds {Seeds.From} {Seeds.First} {Seeds.Count}");
        Line($"header {Header.Length} {Header}");
        foreach (SweptPlan plan in Plans)
        {
            Line($"plan {plan.Plan.Hash} {plan.Name.Length} {plan.Name} {plan.Files}");
        }

        return text.ToString();
    }
}
