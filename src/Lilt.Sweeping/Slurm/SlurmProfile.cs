namespace Lilt.Sweeping.Slurm;

/// <summary>How a site's Slurm is asked: what <c>sbatch</c> needs to know that no sweep says.</summary>
public sealed record SlurmProfile
{
    /// <summary>How the program is called on a node, as a shell takes it. Default <c>lilt</c>.</summary>
    public string Program { get; init; } = "lilt";

    /// <summary>The partition; null for the site's own choice.</summary>
    public string? Partition { get; init; }

    /// <summary>The account that is charged; null for the user's own.</summary>
    public string? Account { get; init; }

    /// <summary>The quality of service; null for the site's own choice.</summary>
    public string? Qos { get; init; }

    /// <summary>A task's time limit, minutes, at least 1. Default 60.</summary>
    public int Minutes { get; init; } = 60;

    /// <summary>Processors of a task, at least 1: the threads that make its shards. Default 1.</summary>
    public int Cpus { get; init; } = 1;

    /// <summary>A task's memory, as Slurm has it. Default <c>2G</c>.</summary>
    public string Memory { get; init; } = "2G";

    /// <summary>Modules that are loaded before the program.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>Lines of shell that come before the program.</summary>
    public IReadOnlyList<string> Setup { get; init; } = [];

    /// <summary>Shards that a task makes, at least 1. Default: half as many as the time limit has minutes, for a shard takes about one.</summary>
    public int ShardsATask { get; init; }

    /// <summary>The most tasks of this sweep that run at once; null for as many as the site lets.</summary>
    public int? AtOnce { get; init; }

    /// <summary>The site's MaxArraySize; null asks <c>scontrol</c>.</summary>
    public int? MaxArraySize { get; init; }

    /// <summary>Seconds before the time limit at which a task keeps what it has and is queued again, at least 5. Default 60.</summary>
    public int SecondsToStop { get; init; } = 60;

    /// <summary>How often a task may be queued again by itself, at least 0. Default 20.</summary>
    public int Requeues { get; init; } = 20;

    /// <summary>Shards of a task.</summary>
    internal int Shards => ShardsATask > 0 ? ShardsATask : Math.Max(1, Minutes / 2);
}
