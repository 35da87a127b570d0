namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 10: a tune, and the same with its clock pushed on in one step.</summary>
public sealed record HeardFigure : Figure
{
    /// <summary>Whose c and h were pushed on, from 1.</summary>
    public required int Layer { get; init; }

    /// <summary>After which step, from 0.</summary>
    public required int Step { get; init; }

    /// <summary>In which measure, from 1, the pickup not counted.</summary>
    public required int Measure { get; init; }

    /// <summary>How far, in eighths.</summary>
    public required int Dose { get; init; }

    /// <summary>The first step whose token differs, from 0; null where none does.</summary>
    public required int? FirstDivergence { get; init; }

    /// <summary>The tune.</summary>
    public required StudyTune Tune { get; init; }

    /// <summary>The tune that the same random numbers draw when the clock is pushed on.</summary>
    public required StudyTune Pushed { get; init; }
}
