namespace Lilt.Studies.Part7;

/// <summary>Where a study comes from.</summary>
internal sealed record StudyProvenance
{
    public required string Model { get; init; }

    public required string ModelHash { get; init; }

    public required int Layers { get; init; }

    public required int Units { get; init; }

    public required int Vocabulary { get; init; }

    public required uint Seed { get; init; }

    public required string Rng { get; init; }

    public required float Temperature { get; init; }

    public required string Prime { get; init; }

    public required string Version { get; init; }

    public required string Command { get; init; }

    public required string Verify { get; init; }
}

/// <summary>A file of the study's folder.</summary>
internal sealed record StudyFile(string Name, string What);

/// <summary>The figures by name, in the article's order.</summary>
internal sealed record StudyFigures
{
    public required StudiedTuneFigure Tune { get; init; }

    public required HiddenStatesFigure HiddenStates { get; init; }

    public required ActivationDensitiesFigure ActivationDensities { get; init; }

    public required LargestActivationsFigure LargestActivations { get; init; }

    public required UnitSpectraFigure UnitSpectra { get; init; }

    public required ExcisionFigure Excision { get; init; }

    public required MeanSpectraFigure MeanSpectra { get; init; }

    public required WindowResponsesFigure WindowResponses { get; init; }

    public required WindowTablesFigure WindowTables { get; init; }

    public required RectangularSpectraFigure RectangularSpectra { get; init; }

    public required RectifiedSpectraFigure RectifiedSpectra { get; init; }

    public required RecurrencesFigure Recurrences { get; init; }

    public required PosteriorFigure Posterior { get; init; }

    public required BoundUnitsFigure BoundUnits { get; init; }

    public required StimulationFigure Stimulation { get; init; }

    public required ConstantTokensFigure ConstantTokens { get; init; }

    public required SoftmaxAnatomyFigure SoftmaxAnatomy { get; init; }
}

/// <summary>Everything a report holds: study.json, in the form of web/figures/data.ts.</summary>
internal sealed record StudyDocument
{
    public const string CurrentSchema = "lilt-study/2";

    public string Schema { get; } = CurrentSchema;

    public string Kind { get; } = Part7Study.Kind;

    public required string Title { get; init; }

    public required string Article { get; init; }

    public required StudyHeadline Headline { get; init; }

    public required IReadOnlyList<StudyVerdict> Verdicts { get; init; }

    public required IReadOnlyList<string> Summary { get; init; }

    public required StudyProvenance Provenance { get; init; }

    public required IReadOnlyList<StudyFile> Files { get; init; }

    public required StudyFigures Figures { get; init; }
}
