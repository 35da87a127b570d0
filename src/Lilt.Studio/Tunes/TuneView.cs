using Lilt.Notation.Tokens;
using Lilt.Studies;

namespace Lilt.Studio.Tunes;

/// <summary>A tune whole.</summary>
public sealed record TuneView : TuneSummary
{
    /// <summary>Its tokens, notation and verdicts: as in a study.</summary>
    public required StudyTune Tune { get; init; }

    /// <summary>
    /// A person's own text in ABC, of which the notation and the notes are made; null where they are made of the tokens.
    /// </summary>
    public required string? Written { get; init; }

    /// <summary>What of a person's own tune the network was not given, in a sentence or two; empty where it was given all.</summary>
    public required string Unread { get; init; }

    /// <summary>The tonic that its notation, notes and names stand in here; null where its tokens name none.</summary>
    public required string? Tonic { get; init; }

    /// <summary>Its own: that which a person wrote it in, or that of its tokens; null where there is none.</summary>
    public required string? OwnTonic { get; init; }

    /// <summary>Why it is not in the key that was asked for or chosen, a sentence; null where it is.</summary>
    public required string? Unmoved { get; init; }

    /// <summary>How far the key that it is shown in lies above that of its tokens, semitones.</summary>
    public required int Semitones { get; init; }

    /// <summary>
    /// What pitch tokens sound in the key that the tune is shown in, by token, where the name is another than the token: ♯ and ♭ behind the
    /// letter, octaves as ABC writes them. A table for each signature with its accidentals that comes up.
    /// </summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, string>> Names { get; init; }

    /// <summary>[T] Which of the tables of names holds for a token at each step.</summary>
    public required IReadOnlyList<int> NamesAt { get; init; }

    /// <summary>[T] What the token at each step stands for.</summary>
    public required IReadOnlyList<TokenKind> Kinds { get; init; }

    /// <summary>[T] −log2 p of the token at each step, bits; null where p is 0.</summary>
    public required IReadOnlyList<double?> Surprise { get; init; }

    /// <summary>Its mean over the tokens whose p is not 0, bits; null where there are none.</summary>
    public required double? MeanSurprise { get; init; }

    /// <summary>How many of its tokens have p 0: the network held them for impossible.</summary>
    public required int HeldImpossible { get; init; }

    /// <summary>The median steps from one measure token to the next; null with too few measures.</summary>
    public required double? MeasureInterval { get; init; }

    /// <summary>What sounds, by onset.</summary>
    public required IReadOnlyList<NoteView> Notes { get; init; }

    /// <summary>Where its measures begin as it is played, whole notes from the start, and where the last ends.</summary>
    public required IReadOnlyList<double> Bars { get; init; }

    /// <summary>What is played to its chord names, by onset; of no step. Empty where it has none.</summary>
    public required IReadOnlyList<NoteView> Accompaniment { get; init; }

    /// <summary>The speed that its text names, or the usual one in its meter; whole notes a minute.</summary>
    public required double WholeNotesPerMinute { get; init; }
}
