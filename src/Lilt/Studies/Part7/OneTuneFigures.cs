using Lilt.Studies.Figures;
using Lilt.Studies.Part7.Figures;

namespace Lilt.Studies.Part7;

/// <summary>The figures that the studied tune's recording alone makes: they can be made while other tunes are written.</summary>
internal sealed record OneTuneFigures
{
    public required StudiedTuneFigure Tune { get; init; }

    public required HiddenStatesFigure HiddenStates { get; init; }

    public required ActivationDensitiesFigure ActivationDensities { get; init; }

    public required LargestActivationsFigure LargestActivations { get; init; }

    public required UnitSpectraFigure UnitSpectra { get; init; }

    public required WindowResponsesFigure WindowResponses { get; init; }

    public required WindowTablesFigure WindowTables { get; init; }

    public required RecurrencesFigure Recurrences { get; init; }

    public required PosteriorFigure Posterior { get; init; }

    public required SoftmaxAnatomyFigure SoftmaxAnatomy { get; init; }

    /// <summary>Makes them, and the softmax layer's anatomy, which needs no tune at all.</summary>
    internal static OneTuneFigures Of(StudyMaterial material) =>
        new()
        {
            Tune = StudiedTuneFigure.Of(material),
            HiddenStates = HiddenStatesFigure.Of(material),
            ActivationDensities = ActivationDensitiesFigure.Of(material),
            LargestActivations = LargestActivationsFigure.Of(material),
            UnitSpectra = UnitSpectraFigure.Of(material),
            WindowResponses = WindowResponsesFigure.Of(material),
            WindowTables = WindowTablesFigure.Of(material),
            Recurrences = RecurrencesFigure.Of(material),
            Posterior = PosteriorFigure.Of(material),
            SoftmaxAnatomy = SoftmaxAnatomyFigure.Of(material),
        };
}
