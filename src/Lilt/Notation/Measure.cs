namespace Lilt.Notation;

/// <summary>What stands between two bars.</summary>
public sealed record Measure
{
    /// <summary>Its place in its voice, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Where its first note or rest begins in the text; of an empty measure, its closing bar.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>The sum of its notes' and rests' exact lengths, in whole notes; a chord once, grace notes not at all.</summary>
    public required Fraction Duration { get; init; }

    /// <summary>The meter at its first note or rest.</summary>
    public required Meter Meter { get; init; }

    /// <summary>Its music as folk-rnn's tokens, bars apart.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>Whether nothing that takes time stands between its bars.</summary>
    public required bool IsEmpty { get; init; }

    /// <summary>What stands before it.</summary>
    public required Joint Before { get; init; }

    /// <summary>What stands after it.</summary>
    public required Joint After { get; init; }
}
