using Lilt.Generation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Recording;
using Lilt.Spectra;

namespace Lilt.Studies;

/// <summary>What every study is told: how its tune is written, and what made it. A kind of study adds its own.</summary>
public abstract record StudyOptions
{
    /// <summary>The studied tune's seed; tunes beside it have the seeds after it. Default 42.</summary>
    public Seed Seed { get; init; } = 42;

    /// <summary>Tokens that the studied tune begins with after the start token; null takes a drawn token. Default none.</summary>
    public IReadOnlyList<Token?> Prime { get; init; } = [];

    /// <summary>Divides the logits, over 0. Default 1.</summary>
    public float Temperature { get; init; } = 1;

    /// <summary>Which random numbers draw the studied tune. Default independent.</summary>
    public DrawMode Mode { get; init; } = DrawMode.Independent;

    /// <summary>
    /// The studied tune, and those of the same network under a plan, end when they hold one token more than this. Default 1000.
    /// </summary>
    public int Limit { get; init; } = GenerationOptions.DefaultLimit;

    /// <summary>The band of periods in which the measures are taken to beat; null for the one that follows the tune's measures.</summary>
    public Band? Band { get; init; }

    /// <summary>Threads; changes speed alone. Default: the machine's processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The program's version. Default: Lilt's own.</summary>
    public string Version { get; init; } = LibraryVersion.Text;

    /// <summary>What makes the study again, as its page says. Default: that a script made it.</summary>
    public StudyCommands Commands { get; init; } = StudyCommands.OfScript;
}
