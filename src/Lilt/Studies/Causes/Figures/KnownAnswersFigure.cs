namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 12: what was found in networks of known answer.</summary>
public sealed record KnownAnswersFigure : Figure
{
    /// <summary>A kind of network each.</summary>
    public required IReadOnlyList<KnownAnswer> Rows { get; init; }
}
