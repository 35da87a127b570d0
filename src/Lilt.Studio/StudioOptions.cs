using Lilt.WeightFiles;

namespace Lilt.Studio;

/// <summary>How a studio is set up.</summary>
public sealed record StudioOptions
{
    /// <summary>The port that <see cref="Port"/> has unless it is given.</summary>
    public const int DefaultPort = 5454;

    /// <summary>The port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The folder that keeps the sessions; it is made if it is missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where models lie.</summary>
    public required ModelFolders Models { get; init; }

    /// <summary>
    /// A folder of <see cref="Models"/> that the command line does not know by itself, or null: its models are named by their files in
    /// commands.
    /// </summary>
    public string? OwnModels { get; init; }

    /// <summary>The name or the file of the model that a page opens with; null for the first that there is.</summary>
    public string? DefaultModel { get; init; }

    /// <summary>The shelf of studies; null for none.</summary>
    public StudioStudies? Studies { get; init; }

    /// <summary>The folder of the built page.</summary>
    public required string PageFolder { get; init; }

    /// <summary>The version that stands in every result.</summary>
    public required string Version { get; init; }

    /// <summary>Where failures of the studio itself are told. Default: standard error.</summary>
    public TextWriter Complaints { get; init; } = Console.Error;

    /// <summary>How much it takes on.</summary>
    public StudioBounds Bounds { get; init; } = new();

    /// <summary>How long it gathers what happens before it tells it.</summary>
    public StudioPauses Pauses { get; init; } = new();

    /// <summary>How long a deleted tune or session can be had back; what is older goes when the studio starts. Default 30 days.</summary>
    public TimeSpan KeepDeleted { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long it waits for what goes on when it ends; a run ends within a step, so nothing needs as long. Default 2 s.</summary>
    public TimeSpan Stopping { get; init; } = TimeSpan.FromSeconds(2);
}
