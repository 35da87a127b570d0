using Lilt.Studies.Figures;

namespace Lilt.Studies.Look;

/// <summary>The figures of a first look by name; their numbers are those of part 7.</summary>
public sealed record LookFigures
{
    /// <summary>Figure 1: the tune.</summary>
    public required StudiedTuneFigure Tune { get; init; }

    /// <summary>Figure 2: the hidden states, units × steps.</summary>
    public required HiddenStatesFigure HiddenStates { get; init; }

    /// <summary>Figure 13: the posterior over the steps.</summary>
    public required PosteriorFigure Posterior { get; init; }

    /// <summary>Figure 14: units against the transcription, of this tune alone.</summary>
    public required BoundUnitsFigure BoundUnits { get; init; }
}
