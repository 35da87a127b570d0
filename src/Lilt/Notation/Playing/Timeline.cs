namespace Lilt.Notation.Playing;

/// <summary>A tune as it sounds: every note with onset, length and pitch, repeats, endings and parts played out. Immutable.</summary>
public sealed class Timeline
{
    internal Timeline(
        IReadOnlyList<PlayedNote> notes,
        IReadOnlyList<TempoPoint> tempi,
        IReadOnlyList<MeterPoint> meters,
        Fraction length,
        bool isCut
    )
    {
        Notes = notes;
        Tempi = tempi;
        Meters = meters;
        Length = length;
        IsCut = isCut;
    }

    /// <summary>The notes by onset, then voice, then pitch.</summary>
    public IReadOnlyList<PlayedNote> Notes { get; }

    /// <summary>The speeds, by when they begin; the first at 0.</summary>
    public IReadOnlyList<TempoPoint> Tempi { get; }

    /// <summary>The meters, by when they begin; the first at 0.</summary>
    public IReadOnlyList<MeterPoint> Meters { get; }

    /// <summary>Where the first voice's measures begin, from 0 on, and where the last ends; a measure before a repeat's sign and what follows
    /// it are two.</summary>
    public IReadOnlyList<Fraction> Bars { get; internal init; } = [];

    /// <summary>What is played to the chord names, by onset; none unless <see cref="TimelineOptions.Chords"/> says so.</summary>
    public IReadOnlyList<PlayedNote> Accompaniment { get; internal init; } = [];

    /// <summary>The clicks of count-in and metronome, by when they sound; none unless <see cref="TimelineOptions"/> says so.</summary>
    public IReadOnlyList<Click> Clicks { get; internal init; } = [];

    /// <summary>From the start to the end of the last note or rest, in whole notes.</summary>
    public Fraction Length { get; }

    /// <summary>Whether the music went on for more than a million elements and was cut there.</summary>
    public bool IsCut { get; }

    /// <summary>Plays a tune out.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="options">How it is played; null for the defaults.</param>
    public static Timeline Of(Tune tune, TimelineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tune);
        return new TimelineBuilder(tune, options ?? new TimelineOptions()).Build();
    }

    /// <summary>When a point of the music is reached, in seconds from the start.</summary>
    /// <param name="at">The point, in whole notes, at least 0.</param>
    public double SecondsAt(Fraction at)
    {
        double seconds = 0;
        for (int i = 0; i < Tempi.Count && Tempi[i].At < at; i++)
        {
            Fraction end = i + 1 < Tempi.Count && Tempi[i + 1].At < at ? Tempi[i + 1].At : at;
            seconds += (end - Tempi[i].At).ToDouble() * 60 / Tempi[i].WholeNotesPerMinute;
        }

        return seconds;
    }
}
