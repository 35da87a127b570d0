using Lilt.Generation;
using Lilt.Notation;

namespace Lilt.Studies.Control;

/// <summary>How a control is made.</summary>
public sealed record ControlOptions
{
    /// <summary>The default of <see cref="Limit"/>.</summary>
    public const int DefaultLimit = 500;

    /// <summary>The study's seed; the control's tunes have the seeds after it. Default 42.</summary>
    public uint Seed { get; init; } = 42;

    /// <summary>How many tunes, at least 2. Default 25.</summary>
    public int Tunes { get; init; } = 25;

    /// <summary>K, random sets a layer, at least 1. Default 19, whose smallest p is 0.05.</summary>
    public int Sets { get; init; } = 19;

    /// <summary>What random sets share with the target. Default <see cref="ControlNull.Matched"/>.</summary>
    public ControlNull Null { get; init; } = ControlNull.Matched;

    /// <summary>What random sets are drawn from. Default <see cref="ControlPool.Layer"/>.</summary>
    public ControlPool Pool { get; init; } = ControlPool.Layer;

    /// <summary>Tokens that every tune begins with after the start token: the studied tune's meter and key.</summary>
    public IReadOnlyList<Token> Header { get; init; } = [];

    /// <summary>Divides the logits, over 0. Default 1.</summary>
    public float Temperature { get; init; } = 1f;

    /// <summary>A tune is cut when it holds one token more than this, the start token counted. Default 500.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Whether a double is drawn, and thrown away, for each token of the header (<see cref="DrawMode.Webapp"/>).</summary>
    public bool DrawsForPrime { get; init; }

    /// <summary>Threads; changes speed alone. Default: the machine's processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Resamples behind each interval, at least 2. Default 9,999.</summary>
    public int Resamples { get; init; } = 9_999;
}
