using Lilt.Notation.Elements;

namespace Lilt.Notation.Abc;

/// <summary>The voices of a tune, made as they are named, and what holds for those to come.</summary>
/// <param name="findings">Where it is said what could not be read.</param>
/// <param name="start">Where the tune begins.</param>
internal sealed class AbcVoices(FindingList findings, SourcePosition start)
{
    // Stands for all voices where a K: field of the header says something of the staff; blanks are in no voice's name.
    private const string Every = " ";

    private const int MostWithParts = 64;

    private readonly List<VoiceBuilder> voices = [];
    private readonly List<(string Voice, StaffText Staff)> staves = [];
    private PartStart? part;
    private AccidentalReach reach;

    /// <summary>How many there are.</summary>
    public int Count => voices.Count;

    /// <summary>The one that was named first.</summary>
    public VoiceBuilder this[int index] => voices[index];

    /// <summary>Whether none has any music.</summary>
    public bool AreEmpty => voices.TrueForAll(voice => voice.IsEmpty);

    /// <summary>The voice of a name; one that is new begins with the meter, the unit and the key given.</summary>
    public VoiceBuilder Of(string id, Meter? meter, Fraction? unit, Key? key)
    {
        if (voices.Find(known => known.Id == id) is { } found)
        {
            return found;
        }

        Meter first = meter ?? Meter.Free;
        VoiceBuilder added = new(id, findings, first, unit ?? first.DefaultUnit, key ?? Key.None, reach);
        voices.Add(added);
        if (part is not null)
        {
            added.Add(part);
        }

        foreach ((string owner, StaffText staff) in staves)
        {
            if (owner == id || owner == Every)
            {
                added.ChangeStaff(start, staff);
            }
        }

        return added;
    }

    /// <summary>Keeps what a header says of a voice's staff for its beginning.</summary>
    public void Keep(string id, StaffText staff) => staves.Add((id, staff));

    /// <summary>Keeps what a header says of every staff; a voice's own word comes after it.</summary>
    public void KeepForAll(StaffText staff) => staves.Insert(0, (Every, staff));

    /// <summary>How far accidentals reach in voices to come; the music has not begun.</summary>
    public void Reach(AccidentalReach read)
    {
        reach = read;
        voices.Clear();
    }

    /// <summary>Makes them anew: those named in a header were made before its last fields were known.</summary>
    public void Restart(Meter? meter, Fraction? unit, Key? key)
    {
        List<string> names = voices.ConvertAll(voice => voice.Id);
        voices.Clear();
        foreach (string name in names)
        {
            Of(name, meter, unit, key);
        }
    }

    /// <summary>Begins a part in every voice, in those to come as well.</summary>
    public void StartPart(PartStart started)
    {
        part = started;
        foreach (VoiceBuilder each in voices.Take(MostWithParts))
        {
            each.Add(started);
        }
    }

    /// <summary>Those with music; where none has any, all.</summary>
    public List<Voice> Build(SourcePosition end)
    {
        bool all = AreEmpty;
        return [.. voices.Where(voice => all || !voice.IsEmpty).Select(voice => voice.Build(end))];
    }
}
