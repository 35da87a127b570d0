namespace Lilt.Notation;

/// <summary>A tune once it is read. Immutable.</summary>
public sealed record Tune
{
    private readonly IReadOnlyList<Voice>? expanded;

    /// <summary>Where it begins in the text.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>Where its last line ends.</summary>
    public SourcePosition End { get; init; }

    /// <summary>How it was written.</summary>
    public required TuneFormat Format { get; init; }

    /// <summary>What stands after <c>X:</c>; empty where nothing does.</summary>
    public string Number { get; init; } = string.Empty;

    /// <summary>The first title; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The meter at the start; free where none is written.</summary>
    public required Meter Meter { get; init; }

    /// <summary>L at the start, in whole notes.</summary>
    public required Fraction Unit { get; init; }

    /// <summary>The key at the start.</summary>
    public required Key Key { get; init; }

    /// <summary>The tempo at the start; null where none is written.</summary>
    public Tempo? Tempo { get; init; }

    /// <summary>The parts in playing order, as the header's <c>P:</c> says, multiplied out; empty where it says nothing.</summary>
    public IReadOnlyList<string> PartOrder { get; init; } = [];

    /// <summary>Every field line of header and body, in the order of the text (in token text, the header's tokens).</summary>
    public IReadOnlyList<TuneField> Fields { get; init; } = [];

    /// <summary>The voices, at least one.</summary>
    public required IReadOnlyList<Voice> Voices { get; init; }

    /// <summary>
    /// The voices with the header's macros (<c>m:</c>) in place of what they stand for, as they are played; <see cref="Voices"/> where none
    /// stands for anything.
    /// </summary>
    public IReadOnlyList<Voice> ExpandedVoices
    {
        get => expanded ?? Voices;
        init => expanded = value;
    }

    /// <summary>What could not be read or is doubtful, in the order of the text.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
