namespace Lilt.Sweeping.Slurm;

/// <summary>A sweep's tasks in Slurm's queue.</summary>
/// <param name="Jobs">The arrays' numbers.</param>
/// <param name="Running">Tasks that run.</param>
/// <param name="Pending">Tasks that wait.</param>
public sealed record SlurmTasks(IReadOnlyList<string> Jobs, int Running, int Pending);
