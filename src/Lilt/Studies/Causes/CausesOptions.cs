using Lilt.Notation.Tokens;

namespace Lilt.Studies.Causes;

/// <summary>What to study of a network's counts.</summary>
public sealed record CausesOptions : StudyOptions
{
    /// <summary>
    /// The headers that tunes are written under, each a meter of a fixed measure; empty for 4/4 and 6/8 as far as the vocabulary has them.
    /// Default empty.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Token>> Headers { get; init; } = [];

    /// <summary>Given tunes in the place of tunes that the network writes; null for none. Default null.</summary>
    public IReadOnlyList<GivenTune>? Given { get; init; }

    /// <summary>How many tunes are written under each header. Default 160.</summary>
    public int Tunes { get; init; } = 160;

    /// <summary>How many pairs of places are interchanged at the main dose. Default 300.</summary>
    public int Pairs { get; init; } = 300;

    /// <summary>Whether units and subspaces are left out and fewer tunes taken. Default false.</summary>
    public bool Quick { get; init; }
}
