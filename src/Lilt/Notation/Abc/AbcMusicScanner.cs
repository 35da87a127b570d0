using System.Globalization;
using Lilt.Notation.Elements;

namespace Lilt.Notation.Abc;

/// <summary>Reads the lines of music of one ABC tune, one pass, every character read or named in a finding. Source: ABC 2.1, 4.</summary>
internal sealed partial class AbcMusicScanner(AbcTuneReader tune, FindingList findings)
{
    /// <summary>The decorations that are written as one sign.</summary>
    internal const string StandardSymbols = "~.HLMOPSTuv";

    private const int LongestName = 64;
    private const int LongestInlineField = 200;

    // Kept free for standards to come: to be passed over with a word. Source: ABC 2.1, 8.1.
    private const string Reserved = "#*;?@";

    // Where a line of the score ends, unless I:linebreak says otherwise. Source: ABC 2.1, 6.1.1.
    private const char ScoreLineBreak = '$';

    private IReadOnlyList<int>? origins;
    private bool inOldChord;

    // The bars since '(&'; −1 outside such a group.
    private int grouped = -1;
    private bool startsLine = true;
    private int lineNumber;

    /// <summary>Reads one line, macros in place of what they stand for.</summary>
    public void Read(ReadOnlySpan<char> line, int number, IReadOnlyList<Macro> macros)
    {
        origins = null;
        if (macros.Count > 0)
        {
            MacroText expanded = MacroText.Expand(line, macros);
            origins = expanded.Origins;
            line = expanded.Text;
        }

        lineNumber = number;
        startsLine = true;
        inOldChord = false;
        int position = 0;
        bool unclosedQuote = false;
        while (position < line.Length)
        {
            char c = line[position];
            int before = position;
            switch (c)
            {
                case ' ' or '\t' or '`' or ScoreLineBreak or '\u00A0' or '\f' or '\v':
                    position++;
                    continue;
                case '%':
                    position = line.Length;
                    continue;
                case '^' or '_' or '=' or (>= 'A' and <= 'G') or (>= 'a' and <= 'g'):
                    position = Note(line, position);
                    break;
                case 'z' or 'x':
                    position = Rest(line, position);
                    break;
                case 'Z' or 'X':
                    position = MeasureRest(line, position);
                    break;
                case 'y':
                    tune.Voice.Add(new Spacer(At(position)));
                    position += 1 + LengthText.Read(line[(position + 1)..]).Length;
                    break;
                case '|' or ':':
                case '.' when position + 1 < line.Length && line[position + 1] == '|':
                    position = Bar(line, position);
                    break;
                case '[':
                    position = Bracket(line, position);
                    break;
                case ']':
                    position = CloseChord(line, position);
                    break;
                case '(':
                    position = Parenthesis(line, position);
                    break;
                case ')':
                    tune.Voice.Add(new Slur(At(position), false));
                    position++;
                    break;
                case '{':
                    bool slashed = position + 1 < line.Length && line[position + 1] == '/';
                    tune.Voice.StartGrace(At(position), slashed);
                    position += slashed ? 2 : 1;
                    break;
                case '}':
                    if (tune.Voice.InGrace)
                    {
                        tune.Voice.EndGrace();
                    }
                    else
                    {
                        findings.Add(At(position), "'}' closes nothing.");
                    }

                    position++;
                    break;
                case '<' when Prose.Markup(line[position..]) is > 0 and int length:
                    findings.Add(At(position), "Mark-up is no music; it is left out.", isHarmless: true);
                    position += length;
                    break;
                case '>' or '<':
                    position = Broken(line, position);
                    break;
                case '-':
                    tune.Voice.Tie(At(position));
                    position++;
                    break;
                case '"':
                    position = Quoted(line, position, ref unclosedQuote);
                    break;
                case '!' or '+':
                    position = Decoration(line, position);
                    break;
                case '&':
                    position = Overlay(line, position);
                    break;
                case '\\' when FieldLine.WithoutComment(line[(position + 1)..]).Trim().IsEmpty:
                    position = line.Length;
                    break;
                case >= '1' and <= '9' when tune.Voice.EndsWithBar && !tune.Voice.InChord && !tune.Voice.InGrace:
                    position = LateEnding(line, position);
                    break;
                default:
                    position = StandardSymbols.Contains(c) || tune.Symbols.Defines(c) ? Symbol(position, c) : Unread(line, position);
                    break;
            }

            startsLine = startsLine && position == before;
        }

        tune.Voice.CloseGroups(At(line.Length));
    }

    private SourcePosition At(int position) => new(lineNumber, (origins is null ? position : origins[position]) + 1);

    private int Note(ReadOnlySpan<char> line, int start)
    {
        int position = start;
        int? alteration = null;
        while (position < line.Length && line[position] is '^' or '_' or '=')
        {
            int step = line[position] switch
            {
                '^' => 1,
                '_' => -1,
                _ => 0,
            };
            if (alteration is not null && (step == 0 || alteration != step))
            {
                findings.Add(At(position), "Accidentals are ^ ^^ _ __ or =; this sign is left out.");
            }
            else
            {
                alteration = (alteration ?? 0) + step;
            }

            position++;
        }

        if (alteration is not null && position < line.Length && (line[position] == '/' || char.IsAsciiDigit(line[position])))
        {
            LengthText part = LengthText.Read(line[position..]);
            findings.Add(At(position), "Quarter tones are not read; the full accidental is taken.");
            position += part.Length;
        }

        if (position >= line.Length || !LetterText.TryRead(line[position], out Letter letter, out int octave))
        {
            findings.Add(At(start), "An accidental has no note after it; it is left out.");
            return position;
        }

        for (position++; position < line.Length && line[position] is '\'' or ','; position++)
        {
            octave += line[position] == '\'' ? 1 : -1;
        }

        Fraction multiplier = Length(line, ref position);
        tune.Voice.Note(At(start), letter, octave, alteration, multiplier);
        return position;
    }

    private Fraction Length(ReadOnlySpan<char> line, ref int position)
    {
        LengthText read = LengthText.Read(line[position..]);
        if (!read.IsExact)
        {
            findings.Add(At(position), "This length cannot be kept; the unit note is taken.");
        }

        position += read.Length;
        return read.Multiplier;
    }

    private int Rest(ReadOnlySpan<char> line, int start)
    {
        int position = start + 1;
        Fraction multiplier = Length(line, ref position);
        tune.Voice.Rest(At(start), multiplier, line[start] == 'z');
        return position;
    }

    private int MeasureRest(ReadOnlySpan<char> line, int start)
    {
        int position = start + 1;
        Fraction measures = Length(line, ref position);
        tune.Voice.MeasureRest(At(start), measures, line[start] == 'Z');
        return position;
    }

    private int Bar(ReadOnlySpan<char> line, int start)
    {
        bool isDotted = line[start] == '.';
        BarText bar = BarText.Read(line[(isDotted ? start + 1 : start)..]);
        if (isDotted)
        {
            bar = bar with
            {
                Line = bar is { Line: BarLine.Plain, StartsRepeat: false } ? BarLine.Dotted : bar.Line,
                Length = bar.Length + 1,
            };
        }

        if (bar.Length == 0)
        {
            findings.Add(At(start), "':' is no bar by itself; it is left out.");
            return start + 1;
        }

        int position = start + bar.Length;
        int numbers =
            position + 1 < line.Length && line[position] == '[' && char.IsAsciiDigit(line[position + 1]) ? position + 1 : position;
        IReadOnlyList<int> endings = Endings(line, ref numbers);
        if (endings.Count > 0)
        {
            position = numbers;
        }

        grouped += grouped >= 0 ? 1 : 0;
        tune.Voice.Bar(At(start), bar, endings, startsLine);
        return position;
    }

    private IReadOnlyList<int> Endings(ReadOnlySpan<char> line, ref int position)
    {
        EndingsText read = EndingsText.Read(line[position..]);
        if (!read.IsWhole)
        {
            findings.Add(At(position), "Endings are numbered 1 to 99; this number is left out.");
        }

        position += read.Length;
        return read.Numbers;
    }

    private int LateEnding(ReadOnlySpan<char> line, int start)
    {
        int position = start;
        IReadOnlyList<int> endings = Endings(line, ref position);
        tune.Voice.EndingsOfLastBar(endings);
        return position;
    }

    private int Bracket(ReadOnlySpan<char> line, int start)
    {
        if (start + 1 < line.Length)
        {
            char next = line[start + 1];
            if (next == '|')
            {
                return Bar(line, start);
            }

            if (char.IsAsciiDigit(next) && !tune.Voice.InChord)
            {
                int position = start + 1;
                IReadOnlyList<int> endings = Endings(line, ref position);
                tune.Voice.Bar(At(start), new BarText(BarLine.None, 0, false, 1), endings, startsLine);
                return position;
            }

            if (start + 2 < line.Length && line[start + 2] == ':' && char.IsAsciiLetter(next))
            {
                ReadOnlySpan<char> rest = line.Slice(start + 3, Math.Min(LongestInlineField, line.Length - start - 3));
                int close = rest.IndexOf(']');
                if (close >= 0)
                {
                    tune.InlineField(new TuneField(At(start), next, rest[..close].Trim().ToString()));
                    return start + 3 + close + 1;
                }
            }

            if (next == '"' && start + 2 < line.Length)
            {
                ReadOnlySpan<char> rest = line.Slice(start + 2, Math.Min(LongestName, line.Length - start - 2));
                int close = rest.IndexOf('"');
                if (close >= 0 && tune.Voice.EndsWithBar && (close + 1 >= rest.Length || rest[close + 1] == ' '))
                {
                    findings.Add(At(start), "An ending with words for a number is left out.");
                    return start + 2 + close + 1;
                }
            }
        }

        tune.Voice.StartChord(At(start));
        return start + 1;
    }

    private int CloseChord(ReadOnlySpan<char> line, int start)
    {
        int position = start + 1;
        if (!tune.Voice.InChord)
        {
            findings.Add(At(start), "']' closes nothing.");
            return position;
        }

        Fraction multiplier = Length(line, ref position);
        tune.Voice.EndChord(At(start), multiplier);
        return position;
    }

    // '&' goes back one bar, '&&' two; '(& … & … &)', which ABC 2.1 lacks and others write, to its own beginning.
    private int Overlay(ReadOnlySpan<char> line, int start)
    {
        int position = start;
        while (position < line.Length && line[position] == '&')
        {
            position++;
        }

        if (grouped >= 0 && position < line.Length && line[position] == ')')
        {
            grouped = -1;
            return position + 1;
        }

        tune.Voice.Overlay(At(start), grouped >= 0 ? grouped + 1 : position - start);
        grouped = Math.Min(grouped, 0);
        return position;
    }

    private int Parenthesis(ReadOnlySpan<char> line, int start)
    {
        int position = start + 1;
        if (position < line.Length && line[position] == '&')
        {
            grouped = 0;
            return position + 1;
        }

        if (position >= line.Length || !char.IsAsciiDigit(line[position]))
        {
            tune.Voice.Add(new Slur(At(start), true));
            return position;
        }

        int p = Number(line, ref position);
        int q = 0;
        int r = 0;
        bool plain = true;
        if (position < line.Length && line[position] == ':' && (position + 1 >= line.Length || line[position + 1] is not '|'))
        {
            plain = false;
            position++;
            q = Number(line, ref position);
            if (position < line.Length && line[position] == ':' && (position + 1 >= line.Length || line[position + 1] is not '|'))
            {
                position++;
                r = Number(line, ref position);
            }
        }

        tune.Voice.Tuplet(At(start), p, q, r, plain);
        return position;
    }

    private static int Number(ReadOnlySpan<char> line, ref int position)
    {
        int number = 0;
        for (; position < line.Length && char.IsAsciiDigit(line[position]); position++)
        {
            number = Math.Min((10 * number) + (line[position] - '0'), ReaderLimits.LargestNumber);
        }

        return number;
    }

    private int Broken(ReadOnlySpan<char> line, int start)
    {
        int position = start;
        while (position < line.Length && line[position] == line[start])
        {
            position++;
        }

        tune.Voice.Broken(At(start), position - start, line[start] == '>');
        return position;
    }

    private int Unread(ReadOnlySpan<char> line, int start)
    {
        int position = start + 1;
        while (position < line.Length && line[position] == line[start])
        {
            position++;
        }

        string run =
            position - start > 20
                ? string.Create(CultureInfo.InvariantCulture, $"{line[start]}' {position - start} times")
                : line[start..position].ToString() + "'";
        findings.Add(
            At(start),
            char.IsControl(line[start])
                ? string.Create(CultureInfo.InvariantCulture, $"A control character (code {(int)line[start]}) is left out.")
                : $"'{run} means nothing here; it is left out.",
            isHarmless: Reserved.Contains(line[start])
        );
        return position;
    }
}
