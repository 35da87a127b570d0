namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 12: what was found in networks of known answer.</summary>
public sealed record KnownAnswersFigure : Figure
{
    /// <summary>A kind of network each, those that count first.</summary>
    public required IReadOnlyList<KnownAnswer> Rows { get; init; }

    /// <summary>H of every network; they have three layers.</summary>
    public required int Units { get; init; }

    /// <summary>How many builds there are of each kind, keeper and direction of count.</summary>
    public required int Builds { get; init; }

    /// <summary>How many builds there are of each kind that counts nothing.</summary>
    public required int NullBuilds { get; init; }

    /// <summary>How many networks count nothing.</summary>
    public required int Nulls { get; init; }

    /// <summary>How many of those are given a layer that keeps a count.</summary>
    public required int FalseKeepers { get; init; }

    /// <summary>What the share of such networks is under, with 95 % confidence, 0 to 1.</summary>
    public required double FalseKeepersUnder { get; init; }
}
