using Lilt.Notation.Playing;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Tunes;

/// <summary>How a file of a tune sounds, as an address says it.</summary>
/// <param name="Swing">The lilt of a dance; null for the tune's own.</param>
/// <param name="Instrument">What plays; null for plucked strings.</param>
/// <param name="Chords">Whether chord names are played.</param>
/// <param name="Metronome">Whether the beats are clicked along.</param>
/// <param name="CountIn">Whether a measure is clicked before the tune.</param>
internal sealed record SoundChoice(Choice<Swing>? Swing, Choice<Timbre>? Instrument, bool Chords, bool Metronome, bool CountIn)
{
    /// <summary>What plays.</summary>
    public Timbre Timbre => Instrument?.Value ?? Timbre.Plucked;

    /// <summary>How it plays.</summary>
    /// <param name="wholeNotesPerMinute">The speed; null for the tune's own.</param>
    public TimelineOptions Options(double? wholeNotesPerMinute) =>
        new()
        {
            WholeNotesPerMinute = wholeNotesPerMinute,
            Swing = Swing?.Value,
            Chords = Chords,
            Metronome = Metronome,
            CountIn = CountIn,
        };
}
