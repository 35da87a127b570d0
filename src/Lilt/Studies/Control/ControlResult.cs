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

    /// <summary>How the uncut network counts.</summary>
    public required ControlBaseline Baseline { get; init; }

    /// <summary>The open loop: between bars, at bars, at all steps.</summary>
    public required IReadOnlyList<TimingCut> Cuts { get; init; }

    /// <summary>The closed loop, cut at all steps.</summary>
    public required IReadOnlyList<ControlMeasure> Closed { get; init; }

    /// <summary>What is said: each claim's layers, then the article's three lines.</summary>
    public required IReadOnlyList<StudyVerdict> Verdicts { get; init; }

    /// <summary>The tunes that the uncut network wrote; the open loop reads the first of them.</summary>
    public required IReadOnlyList<GeneratedTune> BaselineTunes { get; init; }

    /// <summary>The tunes that the networks without the targets wrote, [target][tune].</summary>
    public required IReadOnlyList<IReadOnlyList<GeneratedTune>> TargetTunes { get; init; }

    /// <summary>Tunes of the closed loop, over all networks, without a measure to count; they are in no share.</summary>
    public required int UncountedTunes { get; init; }

    /// <summary>Probabilities of the open loop that were too small for a float32 and were taken as 2⁻¹²⁶.</summary>
    public required int Floored { get; init; }

    /// <summary>Every network of the open loop with its sums a tune, the uncut one first.</summary>
    internal IReadOnlyList<TimingRow> Rows { get; init; } = [];

    /// <summary>The measure of the closed loop with a name of <see cref="ControlMeasure"/>.</summary>
    public ControlMeasure this[string name] => Closed.First(measure => measure.Name == name);

    /// <summary>One way of cutting in the open loop.</summary>
    public TimingCut this[CutSteps when] => Cuts.First(cut => cut.When == when);
}
