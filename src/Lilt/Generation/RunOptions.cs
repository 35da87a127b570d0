namespace Lilt.Generation;

/// <summary>How the tunes of one run share the network; all but the temperature changes speed and memory alone.</summary>
public sealed record RunOptions
{
    /// <summary>The most tunes that may be under way together, at least 1; 1 for requests that share a generator.</summary>
    public required int AtOnce { get; init; }

    /// <summary>Divides the logits, over 0. Default 1.</summary>
    public float Temperature { get; init; } = 1f;

    /// <summary>Threads, at least 1. Default: the machine's processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How many tunes may be under way or whole before the reader has taken the first of them, at least 1. Default 4096.</summary>
    public int Window { get; init; } = 4096;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(AtOnce);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Threads);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Window);
        if (!(Temperature > 0f) || !float.IsFinite(Temperature))
        {
            throw new ArgumentOutOfRangeException(nameof(Temperature), Temperature, "A temperature is over 0.");
        }
    }
}
