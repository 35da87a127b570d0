using Lilt.Generation;

namespace Lilt.Studies.Part7;

/// <summary>Where a study comes from.</summary>
public sealed record StudyProvenance
{
    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>Its hash, over shapes, vocabulary and weights.</summary>
    public required string ModelHash { get; init; }

    /// <summary>S.</summary>
    public required int Layers { get; init; }

    /// <summary>H.</summary>
    public required int Units { get; init; }

    /// <summary>V.</summary>
    public required int Vocabulary { get; init; }

    /// <summary>The studied tune's seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>Which random numbers drew it.</summary>
    public required DrawMode Rng { get; init; }

    /// <summary>What divided the logits.</summary>
    public required float Temperature { get; init; }

    /// <summary>The prime as it was typed; empty for none.</summary>
    public required string Prime { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>The command line that makes the whole study.</summary>
    public required string Command { get; init; }

    /// <summary>The one that checks it.</summary>
    public required string Verify { get; init; }
}

/// <summary>A file of the study's folder.</summary>
/// <param name="Name">Its path in the folder.</param>
/// <param name="What">What it holds.</param>
public sealed record StudyFile(string Name, string What);

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

/// <summary>Everything a page holds: study.json.</summary>
public sealed record Study
{
    /// <summary>The form that is written.</summary>
    public const string CurrentSchema = "lilt-study/2";

    /// <summary>The form of the numbers, <c>lilt-study/2</c>.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>Which study it is.</summary>
    public string Kind { get; init; } = Part7Study.Kind;

    /// <summary>What the page is headed.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence on where the study comes from.</summary>
    public required string Article { get; init; }

    /// <summary>The question, one sentence that answers it, and a line a layer; null where the study answers none.</summary>
    public required StudyHeadline? Headline { get; init; }

    /// <summary>The claims held against the network, and what came of them; empty where the study makes none.</summary>
    public required IReadOnlyList<StudyVerdict> Verdicts { get; init; }

    /// <summary>What else was found: a few computed sentences, the most important first.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>Where the study comes from.</summary>
    public required StudyProvenance Provenance { get; init; }

    /// <summary>What stands in the study's folder besides the page.</summary>
    public required IReadOnlyList<StudyFile> Files { get; init; }

    /// <summary>The figures by name.</summary>
    public required Part7Figures Figures { get; init; }
}
