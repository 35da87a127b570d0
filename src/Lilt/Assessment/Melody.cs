using Lilt.Notation;

namespace Lilt.Assessment;

/// <summary>The notes of a tune's first voice: of a chord the highest, tied notes once, rests and grace notes left out.</summary>
internal sealed class Melody
{
    /// <summary>What is added to a MIDI pitch to make a byte: five octaves below MIDI's lowest note and ten above middle C have their own.</summary>
    private const int Offset = 64;

    private readonly int[] pitches;

    private Melody(int[] pitches, Fraction[] durations, int inMode, int judged, bool? endsOnTonic, int? tonic)
    {
        this.pitches = pitches;
        Durations = durations;
        InMode = inMode;
        Judged = judged;
        EndsOnTonic = endsOnTonic;
        int pitchClass = tonic ?? 0;
        Shift = pitchClass <= 6 ? -pitchClass : 12 - pitchClass;
    }

    /// <summary>How many notes there are.</summary>
    public int Count => pitches.Length;

    /// <summary>The length of every note head, in whole notes; of a chord the first.</summary>
    public IReadOnlyList<Fraction> Durations { get; }

    /// <summary>How many note heads, all of a chord, belong to the mode of the key where they stand.</summary>
    public int InMode { get; }

    /// <summary>How many note heads stand in a key with a mode.</summary>
    public int Judged { get; }

    /// <summary>Whether the last note, or one of the last chord, is the tonic; null without a tonic or a note.</summary>
    public bool? EndsOnTonic { get; }

    /// <summary>Semitones, −5 to 6, that bring the first key's tonic to C.</summary>
    public int Shift { get; }

    /// <summary>The semitones from the lowest to the highest note; null without notes.</summary>
    public int? Range => pitches.Length == 0 ? null : pitches.Max() - pitches.Min();

    /// <summary>Reads a tune's first voice.</summary>
    public static Melody Of(Tune tune)
    {
        IReadOnlyList<TuneElement> elements = tune.Voices[0].Elements;
        int? unnamed = tune.Key.Tonic is null ? LikeliestTonic(elements, tune.Key.Mode) : null;
        Scale? scale = ScaleOf(tune.Key, unnamed);
        int? tonic = scale?.Tonic ?? tune.Key.Tonic?.PitchClass;
        List<int> pitches = [];
        List<Fraction> durations = [];
        int inMode = 0;
        int judged = 0;
        bool? endsOnTonic = null;
        int? tiedFrom = null;
        foreach (TuneElement element in elements)
        {
            if (element is KeyChange change)
            {
                scale = ScaleOf(change.Key, unnamed);
            }

            if (element is Rest)
            {
                tiedFrom = null;
            }

            IReadOnlyList<Note> notes = element switch { Note note => [note], Chord chord => chord.Notes, _ => [] };
            if (notes.Count == 0)
            {
                continue;
            }

            if (scale is { } known)
            {
                judged += notes.Count;
                inMode += notes.Count(note => known.Holds(note.Pitch.PitchClass));
                endsOnTonic = notes.Any(note => note.Pitch.PitchClass == known.Tonic);
            }
            else
            {
                endsOnTonic = null;
            }

            Note highest = notes.MaxBy(note => note.Pitch.Midi)!;
            durations.Add(notes[0].Duration);
            if (tiedFrom != highest.Pitch.Staff)
            {
                pitches.Add(highest.Pitch.Midi);
            }

            tiedFrom = highest.IsTied || element is Chord { IsTied: true } ? highest.Pitch.Staff : null;
        }

        return new Melody([.. pitches], [.. durations], inMode, judged, endsOnTonic, tonic);
    }

    /// <summary>The steps from each note to the next, in semitones.</summary>
    public int[] Intervals()
    {
        int[] intervals = new int[Math.Max(0, pitches.Length - 1)];
        for (int i = 0; i < intervals.Length; i++)
        {
            intervals[i] = pitches[i + 1] - pitches[i];
        }

        return intervals;
    }

    /// <summary>The notes, moved, one byte a semitone, never 0; beyond the bytes' range the nearest.</summary>
    /// <param name="shift">Semitones up.</param>
    public byte[] Symbols(int shift)
    {
        byte[] symbols = new byte[pitches.Length];
        for (int i = 0; i < symbols.Length; i++)
        {
            symbols[i] = (byte)Math.Clamp(pitches[i] + shift + Offset, 1, 255);
        }

        return symbols;
    }

    private static Scale? ScaleOf(Key key, int? unnamed) =>
        key.Tonic is null && unnamed is { } tonic ? Scale.Of(tonic, key.Mode) : Scale.Of(key);

    // folk-rnn v3 writes the mode alone, and the same tune on C and on C sharp: the one whose mode holds more notes.
    private static int? LikeliestTonic(IReadOnlyList<TuneElement> elements, Mode mode)
    {
        if (Scale.Of(0, mode) is not { } onC || Scale.Of(1, mode) is not { } onCSharp)
        {
            return null;
        }

        int difference = 0;
        foreach (Note note in elements.OfType<Note>())
        {
            difference += (onC.Holds(note.Pitch.PitchClass) ? 1 : 0) - (onCSharp.Holds(note.Pitch.PitchClass) ? 1 : 0);
        }

        return difference >= 0 ? 0 : 1;
    }
}
