using Lilt.Generation;
using Lilt.Randomness;

namespace Lilt.Searching;

/// <summary>Which seeds are searched, and how their tunes are drawn.</summary>
public sealed record SeedSearchOptions
{
    /// <summary>The first seed. Default 0.</summary>
    public Seed First { get; init; } = 0;

    /// <summary>How many seeds, at least 1, none over <see cref="Seed.Largest"/>. Default 1,000,000.</summary>
    public long Seeds { get; init; } = 1_000_000;

    /// <summary>Divides the logits, over 0. Default 1.</summary>
    public float Temperature { get; init; } = 1f;

    /// <summary>A tune is cut when it holds one token more than this, the start token counted; at least 1. Default 1000.</summary>
    public int Limit { get; init; } = GenerationOptions.DefaultLimit;

    /// <summary>Threads; changes speed alone. Default: the machine's processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Seeds);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Limit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Threads);
        if (!First.HasRoomFor(Seeds))
        {
            throw new ArgumentOutOfRangeException(nameof(Seeds), Seeds, $"The last seed would be over {Seed.Largest}.");
        }
    }
}
