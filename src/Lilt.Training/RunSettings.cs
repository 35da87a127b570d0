namespace Lilt.Training;

/// <summary>How a run is carried out; none of it changes its result.</summary>
public sealed record RunSettings
{
    /// <summary>The run's folder: checkpoint, log, report.</summary>
    public required string Folder { get; init; }

    /// <summary>Threads, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Time between checkpoints within an epoch.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The script that draws and plays the report's tunes (<c>web/training/training.js</c>); null, the default, leaves them as ABC text.
    /// </summary>
    public string? ReportScript { get; init; }

    /// <summary>Called after every batch and every epoch.</summary>
    public Action<TrainingStatus>? Watch { get; init; }
}
