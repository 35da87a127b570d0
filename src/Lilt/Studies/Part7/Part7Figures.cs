using Lilt.Studies.Figures;
using Lilt.Studies.Part7.Figures;

namespace Lilt.Studies.Part7;

/// <summary>The figures of part 7 by name, in the article's order; the softmax layer's anatomy stands last.</summary>
public sealed record Part7Figures
{
    /// <summary>Figure 1: the tune that everything is measured on.</summary>
    public required StudiedTuneFigure Tune { get; init; }

    /// <summary>Figure 2: the hidden states, units × steps.</summary>
    public required HiddenStatesFigure HiddenStates { get; init; }

    /// <summary>Figure 3: how the values of h are distributed.</summary>
    public required ActivationDensitiesFigure ActivationDensities { get; init; }

    /// <summary>Figure 4: each unit's largest |h|.</summary>
    public required LargestActivationsFigure LargestActivations { get; init; }

    /// <summary>Figure 5: the spectrum of every unit.</summary>
    public required UnitSpectraFigure UnitSpectra { get; init; }

    /// <summary>Figure 6: units with power at the measure period cut out, with the same random numbers.</summary>
    public required ExcisionFigure Excision { get; init; }

    /// <summary>Figure 7: mean spectra of the layers and of the posterior.</summary>
    public required MeanSpectraFigure MeanSpectra { get; init; }

    /// <summary>Figure 8: the responses of two windows of the tune's length.</summary>
    public required WindowResponsesFigure WindowResponses { get; init; }

    /// <summary>Figure 9: what a peak's main lobe covers and where its first sidelobes stand.</summary>
    public required WindowTablesFigure WindowTables { get; init; }

    /// <summary>Figure 10: the mean spectra again under a rectangular window.</summary>
    public required RectangularSpectraFigure RectangularSpectra { get; init; }

    /// <summary>Figure 11: the mean spectra of |h|.</summary>
    public required RectifiedSpectraFigure RectifiedSpectra { get; init; }

    /// <summary>Figure 12: what the input could explain.</summary>
    public required RecurrencesFigure Recurrences { get; init; }

    /// <summary>Figure 13: the posterior over the steps.</summary>
    public required PosteriorFigure Posterior { get; init; }

    /// <summary>Figure 14: units against the transcription.</summary>
    public required BoundUnitsFigure BoundUnits { get; init; }

    /// <summary>Figure 15: stimulation with two tokens at once.</summary>
    public required StimulationFigure Stimulation { get; init; }

    /// <summary>Figure 16: the same body under other meters and modes.</summary>
    public required ConstantTokensFigure ConstantTokens { get; init; }

    /// <summary>The softmax layer's own weights: V columns, one a unit, each a shape over the tokens.</summary>
    public required SoftmaxAnatomyFigure SoftmaxAnatomy { get; init; }
}
