using Lilt.Notation.Elements;

namespace Lilt.Notation.Tokens;

/// <summary>
/// Spells folk-rnn v3's music, which names its mode alone and every pitch by a sharp or a natural, as a musician writes it.
/// </summary>
internal static class V3Spelling
{
    private static readonly Tonic C = new(Letter.C, 0);
    private static readonly Tonic CSharp = new(Letter.C, 1);
    private static readonly Tonic DFlat = new(Letter.D, -1);

    // Letters above the tonic for each semitone above it, where the scale has no note of its own there.
    private static ReadOnlySpan<int> ChromaticLetters => [0, 0, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6];

    /// <summary>The tune with its tonic named, a signature, and accidentals only where they are needed. Sounds stay as they are.</summary>
    public static Tune Respell(Tune tune)
    {
        Key key = new(TonicOf(tune), tune.Key.Mode);
        Voice[] voices = new Voice[tune.Voices.Count];
        for (int i = 0; i < voices.Length; i++)
        {
            voices[i] = Respell(tune.Voices[i], key);
        }

        return tune with
        {
            Key = key,
            Voices = voices,
        };
    }

    /// <summary>
    /// The tonic of v3's music: C, or a semitone above it where more of the notes' time lies in that scale. The semitone above is
    /// written C sharp or D flat, whichever has fewer accidentals.
    /// </summary>
    public static Tonic TonicOf(Tune tune)
    {
        Mode mode = tune.Key.Mode;
        Span<double> time = stackalloc double[12];
        foreach (Voice voice in tune.Voices)
        {
            foreach (TuneElement element in voice.Elements)
            {
                if (element is Note note)
                {
                    time[note.Pitch.PitchClass] += note.Duration.ToDouble();
                }
            }
        }

        double inC = 0;
        double inCSharp = 0;
        for (Letter letter = Letter.C; letter <= Letter.B; letter++)
        {
            int step = Pitch.SemitonesOf(letter) + new Key(C, mode).Alteration(letter);
            inC += time[(step + 12) % 12];
            inCSharp += time[(step + 13) % 12];
        }

        Tonic raised = Math.Abs(Key.SharpsOf(DFlat, mode)) < Math.Abs(Key.SharpsOf(CSharp, mode)) ? DFlat : CSharp;
        return inCSharp > inC ? raised : C;
    }

    private static Voice Respell(Voice voice, Key key)
    {
        int?[] measure = new int?[7];
        List<TuneElement> elements = new(voice.Elements.Count);
        foreach (TuneElement element in voice.Elements)
        {
            switch (element)
            {
                case Note note:
                    elements.Add(Respell(note, key, measure));
                    break;
                case Chord chord:
                    List<TuneElement> contents = [];
                    List<Note> notes = [];
                    foreach (TuneElement inner in chord.Contents)
                    {
                        if (inner is Note member)
                        {
                            notes.Add(Respell(member, key, measure));
                            contents.Add(notes[^1]);
                        }
                        else
                        {
                            contents.Add(inner);
                        }
                    }

                    elements.Add(chord with { Notes = notes, Contents = contents });
                    break;
                case KeyChange change:
                    key = new Key(key.Tonic, change.Key.Mode);
                    elements.Add(change with { Key = key });
                    break;
                default:
                    if (element is Bar { Line: not BarLine.None })
                    {
                        Array.Clear(measure);
                    }

                    elements.Add(element);
                    break;
            }
        }

        return new Voice(voice.Id, elements);
    }

    private static Note Respell(Note note, Key key, int?[] measure)
    {
        Pitch pitch = Spell(note.Pitch, key);
        int carried = measure[(int)pitch.Letter] ?? key.Alteration(pitch.Letter);
        if (pitch.Alteration == carried)
        {
            return note with { Pitch = pitch, WrittenAlteration = null };
        }

        measure[(int)pitch.Letter] = pitch.Alteration;
        return note with { Pitch = pitch, WrittenAlteration = pitch.Alteration };
    }

    /// <summary>A pitch as it is spelled in a key: by the scale, else by the usual chromatic note.</summary>
    internal static Pitch Spell(Pitch pitch, Key key)
    {
        Tonic tonic = key.Tonic!.Value;
        int above = (pitch.PitchClass - tonic.PitchClass + 12) % 12;
        Letter letter = (Letter)(((int)tonic.Letter + ChromaticLetters[above]) % 7);
        for (Letter scale = Letter.C; scale <= Letter.B; scale++)
        {
            if ((Pitch.SemitonesOf(scale) + key.Alteration(scale) + 12) % 12 == pitch.PitchClass)
            {
                letter = scale;
                break;
            }
        }

        int semitones = pitch.SemitonesAboveMiddleC;
        int octave = (int)Math.Floor((semitones - Pitch.SemitonesOf(letter) + 6) / 12.0);
        return new Pitch(letter, semitones - (12 * octave) - Pitch.SemitonesOf(letter), octave);
    }
}
