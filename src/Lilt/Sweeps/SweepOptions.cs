using Lilt.Network;

namespace Lilt.Sweeps;

/// <summary>How a sweep reads; all but the temperature changes speed and what can be asked alone.</summary>
public sealed record SweepOptions
{
    /// <summary>The sites that <see cref="StepView"/> gives beside the posterior. Default none.</summary>
    public IReadOnlyList<Site> Sites { get; init; } = [];

    /// <summary>Divides the logits, over 0. Default 1.</summary>
    public float Temperature { get; init; } = 1;

    /// <summary>Threads. Default: the machine's processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
