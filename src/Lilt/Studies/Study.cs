using System.Text.Json.Serialization;

namespace Lilt.Studies;

/// <summary>
/// What a study found: where it came from, its claims, its figures as typed records, and all that stands beside them in a folder. Whatever
/// its kind, it is written, read, checked and shown the same way. Immutable.
/// </summary>
/// <remarks>
/// <c>study.json</c> is this record. Conventions, for every number in it unless it says otherwise: never NaN or infinite, what is undefined
/// is null; layers count from 1, units, steps, tunes and bins from 0; a step t is the one at which token y_t is drawn; T is the tune's
/// number of steps, H a layer's units, V the number of tokens, F a number of frequencies; frequencies are in cycles a step, from 0 to ½, a
/// period is 1/f in steps; decibels are 20 log10 of a ratio of magnitudes; arrays say their length in brackets.
/// </remarks>
public sealed record Study
{
    /// <summary>The form that is written.</summary>
    public const string CurrentSchema = "lilt-study/2";

    /// <summary>The form of the numbers, <c>lilt-study/2</c>.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>Which study it is, by the name of its kind.</summary>
    public required string Kind { get; init; }

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
    public IReadOnlyList<StudyFile> Files =>
        [new(StudyFolder.Numbers, "all numbers of this page"), .. Contents.Select(of => new StudyFile(of.Name, of.What))];

    /// <summary>The figures by name.</summary>
    public required StudyFigures Figures { get; init; }

    /// <summary>The figures that were not made, and why: those that are null among <see cref="Figures"/>. Empty where all were.</summary>
    public IReadOnlyList<FigureLeftOut> LeftOut { get; init; } = [];

    /// <summary>The files beside the numbers, in the order in which they are listed.</summary>
    [JsonIgnore]
    public IReadOnlyList<StudyContent> Contents { get; init; } = [];

    /// <summary>The tables.</summary>
    [JsonIgnore]
    public IEnumerable<StudyTable> Tables => Contents.OfType<StudyTable>();

    /// <summary>The recordings.</summary>
    [JsonIgnore]
    public IEnumerable<StudyRecording> Recordings => Contents.OfType<StudyRecording>();

    /// <summary>The plans.</summary>
    [JsonIgnore]
    public IEnumerable<StudyPlan> Plans => Contents.OfType<StudyPlan>();

    /// <summary>The tunes, as ABC.</summary>
    [JsonIgnore]
    public IEnumerable<StudyTunes> Tunes => Contents.OfType<StudyTunes>();

    /// <summary>The arrays.</summary>
    [JsonIgnore]
    public IEnumerable<StudyArrays> Arrays => Contents.OfType<StudyArrays>();

    /// <summary>A figure: the record that the page draws.</summary>
    /// <typeparam name="TFigure">Which one.</typeparam>
    /// <exception cref="ArgumentException">The study has no such figure.</exception>
    public TFigure Figure<TFigure>()
        where TFigure : Figure =>
        Figures.Find<TFigure>()
        ?? throw new ArgumentException($"A study of kind {Kind} has no {typeof(TFigure).Name}: it has {NumberText.List(Figures.Names)}.");
}
