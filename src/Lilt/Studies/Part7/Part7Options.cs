using Lilt.Generation;
using Lilt.Notation.Tokens;
using Lilt.Spectra;
using Lilt.Studies.Control;

namespace Lilt.Studies.Part7;

/// <summary>What to study.</summary>
public sealed record Part7Options
{
    /// <summary>Header tunes that binding is tested on; the first <see cref="SpectrumTunes"/> of them give the spectra's interval.</summary>
    public const int DefaultHeaderTunes = 100;

    /// <summary>Header tunes of the spectra's interval.</summary>
    public const int SpectrumTunes = 50;

    /// <summary>The studied tune's seed; the tunes beside it have the seeds after it. Default 42.</summary>
    public uint Seed { get; init; } = 42;

    /// <summary>Tokens that the studied tune begins with after the start token; null takes a drawn token. Default none.</summary>
    public IReadOnlyList<Token?> Prime { get; init; } = [];

    /// <summary>Divides the logits, over 0. Default 1.</summary>
    public float Temperature { get; init; } = 1;

    /// <summary>Which random numbers draw the studied tune. Default independent.</summary>
    public DrawMode Mode { get; init; } = DrawMode.Independent;

    /// <summary>The studied tune, and those of its cut and stimulated networks, are cut when they hold one token more than this. Default 1000.</summary>
    public int Limit { get; init; } = GenerationOptions.DefaultLimit;

    /// <summary>The band of periods that the cut goes by; null for the one that follows the tune's measures.</summary>
    public Band? Band { get; init; }

    /// <summary>How many tunes with the studied header binding is tested on, at least 2. Default 100.</summary>
    public int HeaderTunes { get; init; } = DefaultHeaderTunes;

    /// <summary>The most random sets a layer in the control; 0 leaves the control out. Default 199.</summary>
    public int ControlSets { get; init; } = new ControlOptions().Sets;

    /// <summary>Tunes that the control feeds to every network. Default 10.</summary>
    public int ControlTunes { get; init; } = new ControlOptions().Tunes;

    /// <summary>Threads; changes speed alone. Default: the machine's processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>What makes the study again, as its page says.</summary>
    public required StudyCommands Commands { get; init; }
}
