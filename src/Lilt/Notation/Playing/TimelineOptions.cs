using Lilt.Notation.Elements;

namespace Lilt.Notation.Playing;

/// <summary>How a tune is played.</summary>
public sealed record TimelineOptions
{
    /// <summary>
    /// Whether grace notes, cuts among them, sound; they take their time from the note that they lead to. True unless told otherwise.
    /// </summary>
    public bool GraceNotes { get; init; } = true;

    /// <summary>Whether rolls (<c>~</c>) are played as a fiddler or a piper plays them. True unless told otherwise.</summary>
    public bool Rolls { get; init; } = true;

    /// <summary>Whether trills, mordents and turns are played. True unless told otherwise.</summary>
    public bool Trills { get; init; } = true;

    /// <summary>Whether the macros of a tune's header (<c>m:</c>) are played in place of what they stand for. True unless told otherwise.</summary>
    public bool Macros { get; init; } = true;

    /// <summary>Whether hornpipes (<c>R:hornpipe</c>) are swung, two to one. True unless told otherwise.</summary>
    public bool SwingHornpipes { get; init; } = true;

    /// <summary>The dance whose lilt the tune is played with, whatever its <c>R:</c> says; null, unless told otherwise, for none but what
    /// <see cref="SwingHornpipes"/> says.</summary>
    public Swing? Swing { get; init; }

    /// <summary>Whether the chord names over the music (<c>"Am"</c>) are played, bass and chord by turns. False unless told otherwise.</summary>
    public bool Chords { get; init; }

    /// <summary>Whether the meter's beats are clicked along with the music. False unless told otherwise.</summary>
    public bool Metronome { get; init; }

    /// <summary>Whether the music begins after a measure of clicks, or two where a measure has fewer than three beats. False unless told
    /// otherwise.</summary>
    public bool CountIn { get; init; }

    /// <summary>
    /// Whether da capo, dal segno, coda and fine are followed, where no order of parts is given. True unless told otherwise.
    /// </summary>
    public bool Jumps { get; init; } = true;

    /// <summary>Semitones that every note is moved up by, down where negative; 0 unless told otherwise.</summary>
    public int Transposition { get; init; }

    /// <summary>Whole notes a minute from start to end, over 0; null for the tune's own tempi, else its meters'.</summary>
    public double? WholeNotesPerMinute { get; init; }

    /// <summary>Whether a decoration is an ornament that is played.</summary>
    public bool Sounds(Decoration decoration) => Plays(decoration) is not null;

    /// <summary>The ornament that a decoration asks for; null where it is none or is not played.</summary>
    internal Ornament? Plays(Decoration decoration) =>
        Ornaments.Named(decoration.Name) is { } ornament && (ornament == Ornament.Roll ? Rolls : Trills) ? ornament : null;
}
