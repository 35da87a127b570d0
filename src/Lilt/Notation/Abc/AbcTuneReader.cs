using Lilt.Notation.Elements;

namespace Lilt.Notation.Abc;

/// <summary>Reads one ABC tune, line by line. Source: ABC 2.1.</summary>
internal sealed class AbcTuneReader
{
    private readonly FindingList findings = new();
    private readonly List<TuneField> fields = [];
    private readonly List<VoiceBuilder> voices = [];
    private readonly HashSet<char> symbols = [];
    private readonly AbcMusicScanner scanner;
    private readonly SourcePosition start;

    private VoiceBuilder? voice;
    private bool inBody;
    private bool inTextBlock;
    private string number = string.Empty;
    private string? title;
    private Meter? meter;
    private Fraction? unit;
    private Key? key;
    private Tempo? tempo;
    private (SourcePosition Position, string Text)? tempoText;
    private IReadOnlyList<string> partOrder = [];
    private AccidentalReach reach;
    private bool inheriting;

    /// <param name="start">Where the tune begins.</param>
    /// <param name="fileHeader">The fields before the first tune; they hold for every tune.</param>
    public AbcTuneReader(SourcePosition start, IReadOnlyList<TuneField> fileHeader)
    {
        this.start = start;
        scanner = new AbcMusicScanner(this, findings);
        inheriting = true;
        foreach (TuneField field in fileHeader)
        {
            HeaderField(field);
        }

        inheriting = false;
    }

    /// <summary>The voice that music goes to.</summary>
    public VoiceBuilder Voice => voice ??= VoiceOf(string.Empty);

    /// <summary>Whether a letter was given a meaning by <c>U:</c>.</summary>
    public bool IsSymbol(char letter) => symbols.Contains(letter);

    /// <summary>Adds what is wrong around the tune; its music is whole.</summary>
    public void Finding(SourcePosition position, string text) => findings.Add(position, text, isHarmless: true);

    /// <summary>Reads one line.</summary>
    public void Line(ReadOnlySpan<char> line, int lineNumber)
    {
        SourcePosition position = new(lineNumber, 1);
        if (line is ['%', ..])
        {
            Directive(line, position);
            return;
        }

        if (inTextBlock)
        {
            return;
        }

        if (FieldLine.Is(line))
        {
            TuneField field = new(position, line[0], FieldLine.Text(line));
            fields.Add(field);
            if (inBody)
            {
                BodyField(field);
            }
            else
            {
                HeaderField(field);
            }
        }
        else if (FieldLine.IsUnknown(line, inBody))
        {
            fields.Add(new TuneField(position, line[0], FieldLine.Text(line)));
            findings.Add(position, $"'{line[0]}:' is no field of ABC 2.1; it is kept and not used.", isHarmless: true);
        }
        else if (FieldLine.WithoutComment(line).Trim().Length > 0)
        {
            if (!inBody)
            {
                findings.Add(position, "The music starts without a K: field; no key is taken.");
                inBody = true;
            }

            scanner.Read(line, lineNumber);
        }
    }

    /// <summary>Reads a field inside the music, <c>[M:6/8]</c>.</summary>
    public void InlineField(TuneField field)
    {
        fields.Add(field);
        BodyField(field);
    }

    /// <summary>The tune.</summary>
    public Tune Build(SourcePosition end)
    {
        if (!inBody)
        {
            findings.Add(start, "The tune has no K: field and no music.");
        }

        List<Voice> built = [];
        _ = voices.Count == 0 ? Voice : null;
        foreach (VoiceBuilder builder in voices)
        {
            if (!builder.IsEmpty || voices.TrueForAll(other => other.IsEmpty))
            {
                built.Add(builder.Build(end));
            }
        }

        Meter shown = meter ?? Meter.Free;
        return new Tune
        {
            Position = start,
            Format = TuneFormat.Abc,
            Number = number,
            Title = title,
            Meter = shown,
            Unit = unit ?? shown.DefaultUnit,
            Key = key ?? Key.None,
            Tempo = tempo,
            PartOrder = partOrder,
            Fields = fields,
            Voices = built,
            Findings = findings.ToList(),
        };
    }

    private static string FirstWord(string text)
    {
        int end = text.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? text : text[..end];
    }

    private VoiceBuilder VoiceOf(string id)
    {
        foreach (VoiceBuilder known in voices)
        {
            if (known.Id == id)
            {
                return known;
            }
        }

        Meter first = meter ?? Meter.Free;
        VoiceBuilder added = new(id, findings, first, unit ?? first.DefaultUnit, key ?? Key.None, reach);
        voices.Add(added);
        return added;
    }

    private void Directive(ReadOnlySpan<char> line, SourcePosition position)
    {
        if (line is not ['%', '%', ..])
        {
            return;
        }

        string text = line[2..].Trim().ToString();
        string name = FirstWord(text);
        if (name is "begintext" or "beginps" or "beginsvg" or "beginjs")
        {
            inTextBlock = true;
        }
        else if (name is "endtext" or "endps" or "endsvg" or "endjs")
        {
            inTextBlock = false;
        }
        else if (name is "propagate-accidentals")
        {
            Propagate(text, position);
        }
    }

    private void Propagate(string text, SourcePosition position)
    {
        string value = text[FirstWord(text).Length..].Trim();
        AccidentalReach? read = value switch
        {
            "not" => AccidentalReach.Not,
            "octave" => AccidentalReach.Octave,
            "pitch" => AccidentalReach.Pitch,
            _ => null,
        };
        if (read is { } known && voices.TrueForAll(builder => builder.IsEmpty))
        {
            reach = known;
            voices.Clear();
            voice = null;
        }
        else
        {
            findings.Add(position, "propagate-accidentals is 'not', 'octave' or 'pitch' and stands before the music; it is left out.");
        }
    }

    private void HeaderField(TuneField field)
    {
        switch (field.Name)
        {
            case 'X':
                number = field.Text;
                break;
            case 'T':
                title = inheriting ? title : title ?? field.Text;
                break;
            case 'M':
                meter = MeterOf(field) ?? meter;
                break;
            case 'L':
                unit = UnitOf(field) ?? unit;
                break;
            case 'Q':
                tempoText = (field.Position, field.Text);
                break;
            case 'P':
                PartOrder(field);
                break;
            case 'V':
                VoiceOf(FirstWord(field.Text));
                break;
            case 'K':
                key = KeyOf(field)?.Key ?? key;
                if (!inheriting)
                {
                    StartBody();
                }

                break;
            default:
                Common(field);
                break;
        }
    }

    // Voices named in the header were made before its last fields were known.
    private void StartBody()
    {
        inBody = true;
        List<string> names = voices.ConvertAll(builder => builder.Id);
        voices.Clear();
        foreach (string name in names)
        {
            VoiceOf(name);
        }

        voice = voices.Count > 0 ? voices[0] : null;
        if (tempoText is { } written)
        {
            tempo = TempoOf(new TuneField(written.Position, 'Q', written.Text), unit ?? (meter ?? Meter.Free).DefaultUnit);
        }
    }

    private void BodyField(TuneField field)
    {
        if (field.Name is 'M' or 'L' or 'K' or 'Q' or 'P' or 'V')
        {
            Voice.CloseGroups(field.Position);
        }

        switch (field.Name)
        {
            case 'M' when MeterOf(field) is { } changed:
                Voice.ChangeMeter(field.Position, changed);
                break;
            case 'L' when UnitOf(field) is { } changed:
                Voice.ChangeUnit(field.Position, changed);
                break;
            case 'K' when KeyOf(field)?.Key is { } changed:
                Voice.ChangeKey(field.Position, changed);
                break;
            case 'Q' when TempoOf(field, Voice.Unit) is { } changed:
                Voice.Add(new TempoChange(field.Position, changed));
                break;
            case 'P':
                Voice.Add(new PartStart(field.Position, FirstWord(field.Text)));
                break;
            case 'V':
                voice = VoiceOf(FirstWord(field.Text));
                break;
            case 'M' or 'L' or 'K' or 'Q':
                break;
            default:
                Common(field);
                break;
        }
    }

    private void Common(TuneField field)
    {
        switch (field.Name)
        {
            case 'U':
                if (field.Text.Length > 0)
                {
                    symbols.Add(field.Text[0]);
                }

                break;
            case 'm':
                findings.Add(field.Position, "Macros (m:) are not expanded.");
                break;
            case 'I' when field.Text.StartsWith("propagate-accidentals", StringComparison.Ordinal):
                Propagate(field.Text, field.Position);
                break;
        }
    }

    private Meter? MeterOf(TuneField field)
    {
        Meter? read = Meter.Parse(field.Text);
        if (read is null)
        {
            findings.Add(field.Position, $"'{Shown(field.Text)}' is no meter; it is left out.");
        }

        return read;
    }

    private Fraction? UnitOf(TuneField field)
    {
        Fraction? read = UnitText.Parse(field.Text);
        if (read is null)
        {
            findings.Add(field.Position, $"'{Shown(field.Text)}' is no unit note length; it is left out.");
        }

        return read;
    }

    private Tempo? TempoOf(TuneField field, Fraction lengthUnit)
    {
        Tempo? read = TempoText.Parse(field.Text, lengthUnit);
        if (read is null)
        {
            findings.Add(field.Position, $"'{Shown(field.Text)}' is no tempo; it is left out.", isHarmless: true);
        }

        return read;
    }

    private KeyText? KeyOf(TuneField field)
    {
        KeyText read = KeyText.Parse(field.Text);
        if (read.Key is null && !read.HasOther)
        {
            findings.Add(field.Position, $"'{Shown(field.Text)}' is no key; it is left out.");
        }
        else if (read.Unread.Count > 0)
        {
            findings.Add(field.Position, $"'{Shown(string.Join(' ', read.Unread))}' means nothing in a key; it is left out.");
        }
        else
        {
            foreach (string unapplied in (string[])["octave=", "transpose="])
            {
                if (field.Text.Contains(unapplied, StringComparison.Ordinal))
                {
                    findings.Add(field.Position, $"{unapplied} is not applied.");
                }
            }
        }

        return read;
    }

    private void PartOrder(TuneField field)
    {
        IReadOnlyList<string>? read = PartOrderText.Parse(field.Text);
        if (read is null)
        {
            findings.Add(field.Position, $"'{Shown(field.Text)}' is no order of parts; it is left out.");
        }
        else
        {
            partOrder = read;
        }
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
