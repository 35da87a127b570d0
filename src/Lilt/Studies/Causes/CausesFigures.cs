using Lilt.Studies.Causes.Figures;

namespace Lilt.Studies.Causes;

/// <summary>The figures of the study of causes by name; null where one could not be made of this network.</summary>
public sealed record CausesFigures
{
    /// <summary>Figure 1: the wiring.</summary>
    public required WiringFigure Wiring { get; init; }

    /// <summary>Figure 2: the count.</summary>
    public required CountFigure Count { get; init; }

    /// <summary>Figure 3: the swap.</summary>
    public required SwapFigure Swap { get; init; }

    /// <summary>Figure 4: the map.</summary>
    public required MapFigure Map { get; init; }

    /// <summary>Figure 5: what sets it.</summary>
    public required SetsFigure Sets { get; init; }

    /// <summary>Figure 6: what it moves.</summary>
    public required MovesFigure Moves { get; init; }

    /// <summary>Figure 7: by itself.</summary>
    public required ByItselfFigure ByItself { get; init; }

    /// <summary>Figure 8: the clock face.</summary>
    public required ClockFaceFigure? ClockFace { get; init; }

    /// <summary>Figure 9: units.</summary>
    public required UnitsFigure? Units { get; init; }

    /// <summary>Figure 10: heard.</summary>
    public required HeardFigure? Heard { get; init; }

    /// <summary>Figure 11: the section's count.</summary>
    public required SectionFigure? Section { get; init; }

    /// <summary>Figure 12: networks of known answer.</summary>
    public required KnownAnswersFigure? KnownAnswers { get; init; }

    /// <summary>Figure 13: beside the cut.</summary>
    public required BesideCutFigure? BesideCut { get; init; }

    /// <summary>Directions, and where they deceive.</summary>
    public required SubspaceFigure? Subspace { get; init; }
}
