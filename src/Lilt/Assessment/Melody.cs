using Lilt.Notation;
using Lilt.Notation.Elements;

namespace Lilt.Assessment;

/// <summary>The notes of a tune's first voice: of a chord the highest, tied notes once, rests and grace notes left out.</summary>
internal sealed class Melody
{
    /// <summary>
    /// What is added to a MIDI pitch to make a byte: five octaves below MIDI's lowest note and ten above middle C have their own.
    /// </summary>
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
        Scale? scale = Scale.Of(tune.Key);
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
                scale = Scale.Of(change.Key);
            }

            if (element is Rest)
            {
                tiedFrom = null;
            }

            IReadOnlyList<Note> notes = element switch
            {
                Note note => [note],
                Chord chord => chord.Notes,
                _ => [],
            };
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

        return new Melody([.. pitches], [.. durations], inMode, judged, endsOnTonic, tune.Key.Tonic?.PitchClass);
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
}
