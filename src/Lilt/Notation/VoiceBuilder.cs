using Lilt.Notation.Abc;
using Lilt.Notation.Elements;

namespace Lilt.Notation;

/// <summary>
/// Builds one voice from what a reader finds in the text, in its order: <see cref="VoicePitches"/> works out what a note sounds,
/// <see cref="VoiceLengths"/> how long it lasts.
/// </summary>
internal sealed class VoiceBuilder(
    string id,
    FindingList findings,
    Meter meter,
    Fraction unit,
    Key key,
    AccidentalReach reach = AccidentalReach.Pitch
)
{
    private readonly List<TuneElement> elements = [];
    private readonly VoicePitches pitches = new(key, reach);
    private readonly VoiceLengths lengths = new(findings, meter, unit);
    private readonly List<TuneElement> chordContents = [];
    private readonly List<Note> graceNotes = [];

    private int lastTimed = -1;
    private StaffText staff;
    private int transposition;
    private SourcePosition groupPosition;
    private bool groupSlashed;

    /// <summary>The voice's name.</summary>
    public string Id { get; } = id;

    /// <summary>Whether a chord is open.</summary>
    public bool InChord { get; private set; }

    /// <summary>Whether grace notes are open.</summary>
    public bool InGrace { get; private set; }

    /// <summary>Whether nothing was added but parts' names and what its field says of its staff.</summary>
    public bool IsEmpty => elements.TrueForAll(element => element is Transposition or PartStart);

    /// <summary>Whether the last thing added is a bar.</summary>
    public bool EndsWithBar => elements.Count > 0 && elements[^1] is Bar;

    /// <summary>L here.</summary>
    public Fraction Unit => lengths.Unit;

    /// <summary>Adds a note, in an open chord or open grace notes if there are.</summary>
    public void Note(SourcePosition position, Letter letter, int octave, int? alteration, Fraction multiplier)
    {
        octave += staff.Octave ?? 0;
        if (octave is < -8 or > 9)
        {
            findings.Add(position, "A note this many octaves away is not read; it keeps its length as a rest.");
            if (!InChord && !InGrace)
            {
                Rest(position, multiplier, isVisible: true);
            }

            return;
        }

        Pitch pitch = new(letter, pitches.Alteration(letter, octave, alteration, InGrace), octave);
        if (InGrace)
        {
            graceNotes.Add(new Note(position, pitch, alteration, multiplier, lengths.OfGrace(position, multiplier), false));
        }
        else if (InChord)
        {
            chordContents.Add(new Note(position, pitch, alteration, multiplier, Fraction.Zero, false));
        }
        else
        {
            Fraction duration = lengths.Next(position, multiplier);
            pitches.EndTies();
            Append(new Note(position, pitch, alteration, multiplier, duration, false));
        }
    }

    /// <summary>Adds a rest of some unit notes.</summary>
    public void Rest(SourcePosition position, Fraction multiplier, bool isVisible)
    {
        if (InChord || InGrace)
        {
            findings.Add(position, "A rest inside a chord or grace notes is left out.");
            return;
        }

        Fraction duration = lengths.Next(position, multiplier);
        pitches.EndTies();
        Append(new Rest(position, multiplier, duration, isVisible, 0));
    }

    /// <summary>Adds a rest of whole measures.</summary>
    public void MeasureRest(SourcePosition position, Fraction measures, bool isVisible)
    {
        if (InChord || InGrace || measures.Denominator != 1 || measures > new Fraction(64))
        {
            findings.Add(position, "A rest of whole measures needs a whole number of them, at most 64, outside chords; it is left out.");
            return;
        }

        pitches.EndTies();
        Append(new Rest(position, measures, lengths.OfMeasures(position, measures), isVisible, (int)measures.Numerator));
    }

    /// <summary>Opens a chord.</summary>
    public void StartChord(SourcePosition position)
    {
        if (InChord || InGrace)
        {
            findings.Add(position, "A chord starts inside a chord or grace notes; this bracket is left out.");
            return;
        }

        InChord = true;
        chordContents.Clear();
        groupPosition = position;
    }

    /// <summary>Closes a chord whose outer length is read.</summary>
    public void EndChord(SourcePosition position, Fraction multiplier)
    {
        InChord = false;
        if (chordContents.Find(element => element is Note) is not Note root)
        {
            findings.Add(groupPosition, "A chord without notes is left out.");
            return;
        }

        if (chordContents.Count > ReaderLimits.ChordNotes)
        {
            findings.Add(
                groupPosition,
                $"A chord of {chordContents.Count} notes; the first {ReaderLimits.ChordNotes} are kept: no instrument plays more at once."
            );
            chordContents.RemoveRange(ReaderLimits.ChordNotes, chordContents.Count - ReaderLimits.ChordNotes);
        }

        Fraction first = root.Multiplier;
        Fraction duration = lengths.Next(groupPosition, first * multiplier);
        pitches.EndTies();
        List<Note> notes = [];
        TuneElement[] contents = [.. chordContents];
        for (int i = 0; i < contents.Length; i++)
        {
            if (contents[i] is Note note)
            {
                Fraction own = note.Multiplier == first ? duration : lengths.Limited(position, duration * (note.Multiplier / first));
                note = note with { Duration = own };
                contents[i] = note;
                notes.Add(note);
                if (note.IsTied)
                {
                    pitches.Tie(note.Pitch);
                }
            }
        }

        Append(
            new Chord(groupPosition, notes, multiplier, duration, false) { Contents = notes.Count == contents.Length ? notes : contents }
        );
    }

    /// <summary>Opens grace notes.</summary>
    public void StartGrace(SourcePosition position, bool isSlashed)
    {
        if (InChord || InGrace)
        {
            findings.Add(position, "Grace notes start inside a chord or grace notes; this brace is left out.");
            return;
        }

        InGrace = true;
        groupSlashed = isSlashed;
        graceNotes.Clear();
        groupPosition = position;
    }

    /// <summary>Closes grace notes.</summary>
    public void EndGrace()
    {
        InGrace = false;
        if (graceNotes.Count == 0)
        {
            findings.Add(groupPosition, "Grace notes without notes are left out.");
            return;
        }

        elements.Add(new GraceNotes(groupPosition, [.. graceNotes], groupSlashed));
    }

    /// <summary>Closes what is open at a bar or at the end of a line.</summary>
    public void CloseGroups(SourcePosition position)
    {
        if (InChord)
        {
            findings.Add(groupPosition, "A chord is not closed; it ends here.");
            EndChord(position, Fraction.One);
        }

        if (InGrace)
        {
            findings.Add(groupPosition, "Grace notes are not closed; they end here.");
            EndGrace();
        }
    }

    /// <summary>Ties the note or chord before.</summary>
    public void Tie(SourcePosition position)
    {
        if (InChord && chordContents.Count > 0 && chordContents[^1] is Note inner)
        {
            chordContents[^1] = inner with { IsTied = true };
            return;
        }

        if (!InGrace && lastTimed >= 0)
        {
            switch (elements[lastTimed])
            {
                case Note note:
                    elements[lastTimed] = note with { IsTied = true };
                    pitches.Tie(note.Pitch);
                    return;
                case Chord chord:
                    elements[lastTimed] = chord with { IsTied = true };
                    foreach (Note note in chord.Notes)
                    {
                        pitches.Tie(note.Pitch);
                    }

                    return;
            }
        }

        findings.Add(position, "A tie has no note before it; it is left out.");
    }

    /// <summary>Starts a tuplet; q and r of 0 are ABC's defaults.</summary>
    public void Tuplet(SourcePosition position, int p, int q, int r, bool isPlain)
    {
        if (lengths.Tuplet(position, p, q, r, isPlain) is { } tuplet)
        {
            elements.Add(tuplet);
        }
    }

    /// <summary>Broken rhythm after the note before.</summary>
    public void Broken(SourcePosition position, int depth, bool isFirstLonger)
    {
        string? fault =
            InChord || InGrace ? "Broken rhythm stands inside a chord or grace notes; it is not applied."
            : lastTimed < 0 ? "Broken rhythm has no note before it; it is not applied."
            : lengths.IsBroken ? "Broken rhythm stands twice between two notes; the second is not applied."
            : depth > LengthText.DeepestBroken ? $"Broken rhythm of more than {LengthText.DeepestBroken} marks is not applied."
            : null;
        if (fault is not null)
        {
            findings.Add(position, fault);
            Add(new BrokenRhythm(position, depth, isFirstLonger, IsApplied: false));
            return;
        }

        BrokenRhythm broken = new(position, depth, isFirstLonger);
        Scale(position, lastTimed, lengths.Break(broken));
        elements.Add(broken);
    }

    /// <summary>Adds a bar; accidentals end, and what is open is closed.</summary>
    public void Bar(SourcePosition position, BarText bar, IReadOnlyList<int> endings, bool startsLine)
    {
        CloseGroups(position);
        if (bar.Line != BarLine.None)
        {
            lengths.CrossBar();
            pitches.EndMeasure();
        }

        elements.Add(new Bar(position, bar.Line, bar.EndsRepeat, bar.StartsRepeat, endings, startsLine));
    }

    /// <summary>Gives the bar just added its endings.</summary>
    public void EndingsOfLastBar(IReadOnlyList<int> endings)
    {
        if (elements[^1] is Bar bar)
        {
            elements[^1] = bar with { Endings = endings };
        }
    }

    /// <summary>Adds an element that changes neither pitch nor time.</summary>
    public void Add(TuneElement element)
    {
        if (InChord)
        {
            chordContents.Add(element);
        }
        else
        {
            elements.Add(element);
        }
    }

    /// <summary>Adds a voice overlay: the measure, or several, starts again.</summary>
    public void Overlay(SourcePosition position, int measures)
    {
        CloseGroups(position);
        pitches.EndMeasure();
        pitches.EndTies();
        elements.Add(new Overlay(position, measures));
    }

    /// <summary>Changes the meter.</summary>
    public void ChangeMeter(SourcePosition position, Meter changed)
    {
        lengths.ChangeMeter(changed);
        elements.Add(new MeterChange(position, changed));
    }

    /// <summary>Changes the unit note length.</summary>
    public void ChangeUnit(SourcePosition position, Fraction changed)
    {
        lengths.ChangeUnit(changed);
        elements.Add(new UnitChange(position, changed));
    }

    /// <summary>Changes the key.</summary>
    public void ChangeKey(SourcePosition position, Key changed)
    {
        pitches.ChangeKey(changed);
        elements.Add(new KeyChange(position, changed));
    }

    /// <summary>Changes where the notes lie and how the voice sounds; what is not said stays.</summary>
    public void ChangeStaff(SourcePosition position, StaffText changed)
    {
        staff = new StaffText(
            changed.Octave ?? staff.Octave,
            changed.Transpose ?? staff.Transpose,
            changed.ClefOctaves ?? staff.ClefOctaves
        );
        int semitones = (staff.Transpose ?? 0) + (12 * (staff.ClefOctaves ?? 0));
        if (semitones != transposition)
        {
            transposition = semitones;
            elements.Add(new Transposition(position, semitones));
        }
    }

    /// <summary>The voice, what is open closed.</summary>
    public Voice Build(SourcePosition end)
    {
        CloseGroups(end);
        lengths.End();
        return new Voice(Id, elements);
    }

    private void Append(TuneElement element)
    {
        lastTimed = elements.Count;
        elements.Add(element);
    }

    private void Scale(SourcePosition position, int index, Fraction factor) =>
        elements[index] = elements[index] switch
        {
            Note note => note with { Duration = lengths.Limited(position, note.Duration * factor) },
            Rest rest => rest with { Duration = lengths.Limited(position, rest.Duration * factor) },
            Chord chord => chord with
            {
                Duration = lengths.Limited(position, chord.Duration * factor),
                Notes = Scaled(chord.Notes, factor, position),
            },
            TuneElement other => other,
        };

    private Note[] Scaled(IReadOnlyList<Note> notes, Fraction factor, SourcePosition position)
    {
        Note[] scaled = new Note[notes.Count];
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = notes[i] with { Duration = lengths.Limited(position, notes[i].Duration * factor) };
        }

        return scaled;
    }
}
