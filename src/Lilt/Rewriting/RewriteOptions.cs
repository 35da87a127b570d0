using Lilt.Generation;
using Lilt.Notation;
using Lilt.Randomness;

namespace Lilt.Rewriting;

/// <summary>How measures are written again.</summary>
public sealed record RewriteOptions
{
    /// <summary>The default of how many measures after the written ones are weighed.</summary>
    public const int DefaultWeighed = 4;

    /// <summary>Below this effective number of candidates more are drawn.</summary>
    public const double FewestEffective = 4;

    /// <summary>The seed of all random numbers. Default 42.</summary>
    public Seed Seed { get; init; } = 42;

    /// <summary>Candidates drawn at once, at least 1. Default 256.</summary>
    public int Candidates { get; init; } = 256;

    /// <summary>Candidates drawn at the most where few of them fit. Default 1024.</summary>
    public int MostCandidates { get; init; } = 1024;

    /// <summary>How many different offers are drawn from the candidates, at the most. Default 4.</summary>
    public int Offers { get; init; } = 4;

    /// <summary>Divides the logits, over 0. Default 1.</summary>
    public float Temperature { get; init; } = 1f;

    /// <summary>The lowest and highest pitch that may be written; null for any. Default none.</summary>
    public PitchRange? Range { get; init; }

    /// <summary>The most tokens of one measure. Default 64.</summary>
    public int MostTokens { get; init; } = 64;

    /// <summary>The most tokens of a tune that is written on to its end, the start token counted. Default 1000.</summary>
    public int Limit { get; init; } = GenerationOptions.DefaultLimit;

    /// <summary>Threads; changes speed alone. Default: the machine's processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Candidates);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostCandidates, Candidates);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Offers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MostTokens);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Limit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Threads);
        if (!(Temperature > 0f) || !float.IsFinite(Temperature))
        {
            throw new ArgumentOutOfRangeException(null, Temperature, "A temperature is over 0.");
        }
    }
}
