using System.Text;
using Lilt.Files;
using Lilt.Sweeping.Plans;

namespace Lilt.Sweeping.Shards;

/// <summary>A sweep's folder: its plan, its shards and what came of them.</summary>
public sealed class SweepFolder
{
    /// <summary>The plan, with every network's hash.</summary>
    public const string PlanName = "sweep.json";

    private const string StoreName = "store";
    private const string CancelName = "cancel";

    private SweepFolder(string path, SweepPlan plan, string? store)
    {
        FullPath = path;
        Plan = plan;
        Shards = new ShardList(plan);
        Store = new ShardStore(store ?? Path.Combine(path, "shards"));
        Failures = new ShardFailures(Path.Combine(path, "failed"));
    }

    /// <summary>The folder, in full.</summary>
    public string FullPath { get; }

    /// <summary>The plan.</summary>
    public SweepPlan Plan { get; }

    /// <summary>The shards.</summary>
    public ShardList Shards { get; }

    /// <summary>Where whole shards stand.</summary>
    public ShardStore Store { get; }

    /// <summary>What failed.</summary>
    public ShardFailures Failures { get; }

    /// <summary>Whether a shard needs no work: it is whole, or was set aside.</summary>
    /// <param name="shard">Which.</param>
    /// <param name="aside">How it failed, where it was set aside; else null.</param>
    internal bool IsSettled(Shard shard, out ShardFailure? aside)
    {
        bool isWhole = Store.Has(shard);
        aside = !isWhole && Failures.Of(shard) is { IsSetAside: true } failure ? failure : null;
        return isWhole || aside is not null;
    }

    /// <summary>The file whose being there asks everybody who works here to end.</summary>
    internal string CancelPath => Path.Combine(FullPath, CancelName);

    /// <summary>Where those who work here hold a lock each.</summary>
    internal string Workers => Path.Combine(FullPath, "workers");

    /// <summary>Makes a sweep's folder, or takes the one that stands, if it is of the same sweep.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="plan">The sweep.</param>
    /// <param name="store">Where shards are kept that several sweeps may share; null for a folder in this one.</param>
    /// <exception cref="SweepFormatException">The folder is of another sweep, or holds other things.</exception>
    public static SweepFolder Begin(string path, SweepPlan plan, string? store = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(plan);
        string file = Path.Combine(path, PlanName);
        using PlaceLock held = TakeSoon(path);
        if (File.Exists(file))
        {
            SweepFolder stands = Open(path);
            if (SweepPlanText.Of(Placeless(stands.Plan)) != SweepPlanText.Of(Placeless(plan)))
            {
                throw new SweepFormatException(
                    $"{path} is the folder of another sweep: name another folder, or give the plan that it began with ({file} says it in full)."
                );
            }

            return store is null || Path.GetFullPath(store) == stands.Store.FullPath
                ? stands
                : throw new SweepFormatException(
                    $"{path} keeps its shards in {stands.Store.FullPath}: leave --store out to go on with it, or name another folder."
                );
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new SweepFormatException($"{path} holds other things and no sweep: name a new or an empty folder.");
        }

        Directory.CreateDirectory(path);
        if (store is not null)
        {
            Directory.CreateDirectory(store);
            WriteText(Path.Combine(path, StoreName), Path.GetFullPath(store) + "\n");
        }

        WriteText(file, SweepPlanText.Of(plan));
        return Open(path);
    }

    /// <summary>The folder of a sweep that was begun.</summary>
    /// <exception cref="SweepFormatException">It is none.</exception>
    public static SweepFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string file = Path.Combine(path, PlanName);
        if (!File.Exists(file))
        {
            throw new SweepFormatException($"{path} is no sweep's folder: there is no {PlanName} in it. Begin one with lilt sweep run.");
        }

        string full = Path.GetFullPath(path);
        string elsewhere = Path.Combine(full, StoreName);
        return new SweepFolder(
            full,
            SweepPlanReader.Read(File.ReadAllText(file), full, _ => null, file),
            File.Exists(elsewhere) ? File.ReadAllText(elsewhere).TrimEnd('\n') : null
        );
    }

    // Another driver that begins here holds the place for some milliseconds.
    private static PlaceLock TakeSoon(string path)
    {
        const int Tries = 100;
        for (int left = Tries; ; left--)
        {
            try
            {
                return PlaceLock.TakeFolder(path);
            }
            catch (PlaceTakenException) when (left > 0)
            {
                Thread.Sleep(50);
            }
        }
    }

    // A network or a plan's file that lies elsewhere is the same by its hash.
    private static SweepPlan Placeless(SweepPlan plan) =>
        plan with
        {
            Models = [.. plan.Models.Select(model => model with { File = null })],
            Plans = [.. plan.Plans.Select(entry => entry is OnePlan one ? new OnePlan(one.Of with { Folder = string.Empty }) : entry)],
        };

    private static void WriteText(string path, string text) =>
        ReplacedFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
}
