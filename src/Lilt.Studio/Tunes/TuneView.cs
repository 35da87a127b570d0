using Lilt.Studies;

namespace Lilt.Studio.Tunes;

/// <summary>A tune whole.</summary>
public sealed record TuneView : TuneSummary
{
    /// <summary>Its tokens, notation and verdicts: <c>Tune</c> of web/figures/data.ts.</summary>
    public required StudyTune Tune { get; init; }

    /// <summary>[T] −log2 p of the token at each step, bits; null where p is 0.</summary>
    public required IReadOnlyList<double?> Surprise { get; init; }

    /// <summary>What sounds, by onset.</summary>
    public required IReadOnlyList<NoteView> Notes { get; init; }

    /// <summary>The tune's usual speed, whole notes a minute.</summary>
    public required double WholeNotesPerMinute { get; init; }
}
