using Lilt.Generation;

namespace Lilt.Studies.Control;

/// <summary>What a control found.</summary>
public sealed record ControlResult
{
    /// <summary>How it was made.</summary>
    public required ControlOptions Options { get; init; }

    /// <summary>The targets.</summary>
    public required IReadOnlyList<ControlTarget> Targets { get; init; }

    /// <summary>The random sets, in the order of the targets.</summary>
    public required IReadOnlyList<ControlSets> Sets { get; init; }

    /// <summary>The five measures, open loop first.</summary>
    public required IReadOnlyList<ControlMeasure> Measures { get; init; }

    /// <summary>What is said of each layer, in the order of the targets.</summary>
    public required IReadOnlyList<ControlFinding> Findings { get; init; }

    /// <summary>The article's claim on this network.</summary>
    public required ControlClaim Claim { get; init; }

    /// <summary>The tunes that the uncut network wrote.</summary>
    public required IReadOnlyList<GeneratedTune> BaselineTunes { get; init; }

    /// <summary>The tunes that the cut networks wrote, [target][tune].</summary>
    public required IReadOnlyList<IReadOnlyList<GeneratedTune>> TargetTunes { get; init; }

    /// <summary>Measure boundaries in the baseline's tunes.</summary>
    public required int Boundaries { get; init; }

    /// <summary>Tunes of the closed loop, over all networks, without a measure to count; they are in no share.</summary>
    public required int UncountedTunes { get; init; }

    /// <summary>Probabilities of the open loop that were too small for a float32 and were taken as 2⁻¹²⁶.</summary>
    public required int Floored { get; init; }

    /// <summary>The measure with a name of <see cref="ControlMeasure"/>.</summary>
    public ControlMeasure this[string name] => Measures.First(measure => measure.Name == name);
}
