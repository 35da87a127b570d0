using Lilt.Notation.Elements;
using Lilt.Notation.Playing;

namespace Lilt.Notation.Abc;

/// <summary>Reads one ABC tune, line by line. Source: ABC 2.1.</summary>
internal sealed class AbcTuneReader
{
    private const int MostMacros = 100;
    private const int LongestField = 20_000;

    private readonly FindingList findings = new();
    private readonly FieldValues values;
    private readonly List<TuneField> fields = [];
    private readonly AbcVoices voices;
    private readonly AbcMusicScanner scanner;
    private readonly SourcePosition start;
    private readonly bool expandsMacros;
    private readonly List<Macro> macros = [];

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
    private bool inheriting;
    private bool carriesOn;

    /// <param name="start">Where the tune begins.</param>
    /// <param name="fileHeader">The fields before the first tune; they hold for every tune.</param>
    /// <param name="expandsMacros">Whether macros are put in place of what they stand for.</param>
    public AbcTuneReader(SourcePosition start, IReadOnlyList<TuneField> fileHeader, bool expandsMacros)
    {
        this.start = start;
        this.expandsMacros = expandsMacros;
        values = new FieldValues(findings);
        voices = new AbcVoices(findings, start);
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

    /// <summary>What <c>U:</c> gave letters a meaning.</summary>
    public SymbolTable Symbols { get; } = new();

    /// <summary>Whether the header has macros.</summary>
    public bool HasMacros => macros.Count > 0;

    /// <summary>Whether <c>!</c> ends a line of the score and nothing else.</summary>
    public bool BreaksAtExclamation { get; private set; }

    /// <summary>Adds what is wrong around the tune; its music is whole.</summary>
    public void Finding(SourcePosition position, string text) => findings.Add(position, text, isHarmless: true);

    /// <summary>Reads one line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="lineNumber">From 1.</param>
    /// <param name="keyFollows">Whether a later line of the tune is its <c>K:</c> field, so that a header has not ended.</param>
    public void Line(ReadOnlySpan<char> line, int lineNumber, bool keyFollows)
    {
        SourcePosition position = new(lineNumber, 1);
        if (line.TrimStart() is ['%', ..] && !inTextBlock)
        {
            Directive(line.TrimStart(), position);
            return;
        }

        if (inTextBlock)
        {
            inTextBlock = !(line.StartsWith("%%end"));
            return;
        }

        if (FieldLine.Indent(line, inBody) is >= 0 and int indent)
        {
            Field(line[indent..], new SourcePosition(lineNumber, indent + 1));
        }
        else if (FieldLine.IsUnknown(line, inBody))
        {
            fields.Add(new TuneField(position, line[0], FieldLine.Text(line)));
            findings.Add(position, $"'{line[0]}:' is no field of ABC 2.1; it is kept and not used.", isHarmless: true);
        }
        else if (FieldLine.WithoutComment(line).Trim() is { Length: > 0 } content && !IsText(content, position, keyFollows))
        {
            if (!inBody)
            {
                findings.Add(position, "The music starts without a K: field; no key is taken.");
                inBody = true;
            }

            scanner.Read(line, lineNumber, expandsMacros ? macros : []);
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

        _ = voices.Count == 0 ? Voice : null;
        List<Voice> built = voices.Build(end);
        foreach ((Decoration sign, string text) in JumpRemarks.Of(built, partOrder.Count > 0))
        {
            findings.Add(sign.Position, text, isHarmless: true);
        }

        Meter shown = meter ?? Meter.Free;
        return new Tune
        {
            Position = start,
            End = end,
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

    private void Field(ReadOnlySpan<char> line, SourcePosition position)
    {
        if (position.Column > 1)
        {
            findings.Add(position, "A field begins its line; the blanks before it are left out.", isHarmless: true);
        }

        TuneField field = new(position, line[0], FieldLine.Text(line));
        carriesOn = !inBody && field.Name == 'H';
        if (field.Text.EndsWith('\\') && (inBody ? field.Name is 'w' or 'W' : field.Name is not ('M' or 'L' or 'Q' or 'K' or 'X' or 'V')))
        {
            carriesOn = true;
            field = field with { Text = field.Text[..^1].TrimEnd() };
        }

        if (field.Name == '+')
        {
            CarryOn(field.Text);
            carriesOn |= !inBody && fields is [.., { Name: 'H' }];
            return;
        }

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

    // A field's text goes on: after H: up to the next field, after a backslash or +: for one line. Source: ABC 2.1, 3.3, 10.1 and 10.3.
    private void CarryOn(string text)
    {
        if (fields.Count == 0 || fields[^1].Text.Length > LongestField)
        {
            return;
        }

        TuneField whole = fields[^1] with { Text = $"{fields[^1].Text} {text.TrimEnd('\\').TrimEnd()}" };
        title = whole.Name == 'T' && title == fields[^1].Text ? whole.Text : title;
        fields[^1] = whole;
    }

    // Words where the header or the music goes on are no notes.
    private bool IsText(ReadOnlySpan<char> line, SourcePosition position, bool keyFollows)
    {
        bool couldBeMusic = line.Contains('|') && !Prose.IsWords(line, Symbols.Defines);
        if (carriesOn && (inBody ? !couldBeMusic : keyFollows || !couldBeMusic))
        {
            CarryOn(line.ToString());
            carriesOn = line[^1] == '\\' || fields[^1].Name == 'H';
            return true;
        }

        carriesOn = false;
        if (!inBody && keyFollows && !Prose.IsMusicLine(line))
        {
            findings.Add(position, "Words in the header that belong to no field are not read.", isHarmless: true);
            return true;
        }

        if (Prose.IsWords(line, Symbols.Defines))
        {
            findings.Add(position, "A line of words is not read as music; words begin with W: or w:, or stand after a blank line.");
            return true;
        }

        return false;
    }

    private static string FirstWord(string text)
    {
        int end = text.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? text : text[..end];
    }

    private VoiceBuilder VoiceOf(string id) => voices.Of(id, meter, unit, key);

    private void Directive(ReadOnlySpan<char> line, SourcePosition position)
    {
        if (line is not ['%', '%', ..])
        {
            return;
        }

        string text = line[2..].Trim().ToString();
        if (FirstWord(text) is "begintext" or "beginps" or "beginsvg" or "beginjs")
        {
            inTextBlock = true;
        }
        else
        {
            Instruction(text, position);
        }
    }

    // What I: and %% say alike. Source: ABC 2.1, 3.1.17.
    private void Instruction(string text, SourcePosition position)
    {
        string name = FirstWord(text);
        string value = text[name.Length..].Trim();
        switch (name)
        {
            case "propagate-accidentals":
                Propagate(text, position);
                break;
            case "linebreak":
                BreaksAtExclamation = value.Contains('!', StringComparison.Ordinal);
                break;
            case "continueall":
                BreaksAtExclamation = value is "" or "1" or "true";
                break;
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
        if (read is { } known && voices.AreEmpty)
        {
            voices.Reach(known);
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
                meter = values.MeterOf(field) ?? meter;
                break;
            case 'L':
                unit = values.UnitOf(field) ?? unit;
                break;
            case 'Q':
                tempoText = (field.Position, field.Text);
                break;
            case 'P':
                partOrder = values.PartOrderOf(field) ?? partOrder;
                break;
            case 'V':
                StaffOf(field);
                VoiceOf(FirstWord(field.Text));
                break;
            case 'K':
                KeyText read = values.KeyOf(field);
                key = read.Key ?? key;
                if (read.Staff is { } staff)
                {
                    voices.KeepForAll(staff);
                }

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

    private void StartBody()
    {
        inBody = true;
        voices.Restart(meter, unit, key);
        voice = voices.Count > 0 ? voices[0] : null;
        if (tempoText is { } written)
        {
            tempo = values.TempoOf(new TuneField(written.Position, 'Q', written.Text), unit ?? (meter ?? Meter.Free).DefaultUnit);
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
            case 'M' when values.MeterOf(field) is { } changed:
                Voice.ChangeMeter(field.Position, changed);
                break;
            case 'L' when values.UnitOf(field) is { } changed:
                Voice.ChangeUnit(field.Position, changed);
                break;
            case 'K':
                KeyText read = values.KeyOf(field);
                if (read.Key is { } key)
                {
                    Voice.ChangeKey(field.Position, key);
                }

                if (read.Staff is { } staff)
                {
                    Voice.ChangeStaff(field.Position, staff);
                }

                break;
            case 'Q' when values.TempoOf(field, Voice.Unit) is { } changed:
                Voice.Add(new TempoChange(field.Position, changed));
                break;
            case 'P':
                _ = Voice;
                voices.StartPart(new PartStart(field.Position, FirstWord(field.Text)));
                break;
            case 'V':
                voice = VoiceOf(FirstWord(field.Text));
                if (StaffOf(field) is { } of)
                {
                    voice.ChangeStaff(field.Position, of);
                }

                break;
            case 'M' or 'L' or 'Q':
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
                if (Symbols.Define(field.Text) is { } fault)
                {
                    findings.Add(field.Position, fault, isHarmless: true);
                }

                break;
            case 'm' when macros.Count >= MostMacros:
                findings.Add(field.Position, $"More than {MostMacros} macros; this one is left out.", isHarmless: true);
                break;
            case 'm' when values.MacroOf(field) is { } macro:
                macros.Add(macro);
                break;
            case 'I':
                Instruction(field.Text, field.Position);
                break;
        }
    }

    // In the header it is kept for the voice's beginning.
    private StaffText? StaffOf(TuneField field)
    {
        StaffText? staff = values.StaffOf(field);
        if (staff is { } said && !inBody)
        {
            voices.Keep(FirstWord(field.Text), said);
        }

        return staff;
    }
}
