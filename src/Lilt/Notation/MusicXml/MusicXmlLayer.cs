using System.Globalization;
using System.Text;

namespace Lilt.Notation.MusicXml;

/// <summary>One voice of one measure of a score, gathered and then written as ABC.</summary>
internal sealed class MusicXmlLayer
{
    private readonly List<(string Before, List<Sound> Chord)> groups = [];
    private readonly StringBuilder grace = new();
    private Fraction at;

    /// <summary>What accidentals hold in the measure, by letter; null where the signature does.</summary>
    public int?[] Alterations { get; } = new int?[7];

    /// <summary>A note or a rest.</summary>
    /// <param name="Before">What stands before it: symbols, words, marks.</param>
    /// <param name="Text">The pitch, or <c>z</c>.</param>
    /// <param name="Drawn">Its length as it is drawn, in unit notes.</param>
    /// <param name="Ratio">Of its tuplet; 1 and 1 for none.</param>
    /// <param name="Length">How long it lasts, in whole notes.</param>
    /// <param name="IsChord">Whether it begins with the one before.</param>
    /// <param name="IsTied">Whether a tie leads from it.</param>
    /// <param name="SlursFrom">Slurs that start.</param>
    /// <param name="SlursTo">Slurs that end.</param>
    /// <param name="EndsTuplet">Whether a tuplet ends.</param>
    internal sealed record Sound(
        string Before,
        string Text,
        Fraction Drawn,
        (int Actual, int Normal) Ratio,
        Fraction Length,
        bool IsChord,
        bool IsTied,
        int SlursFrom,
        int SlursTo,
        bool EndsTuplet
    );

    /// <summary>What is not said up to a place in the measure is silence.</summary>
    public void MoveTo(Fraction place)
    {
        if (place > at)
        {
            Fraction gap = place - at;
            groups.Add((string.Empty, [new Sound("", "x", gap / new Fraction(1, 8), (1, 1), gap, false, false, 0, 0, false)]));
            at = place;
        }
    }

    /// <summary>A grace note before the next one.</summary>
    public void Grace(string note, bool isSlashed, bool isChord, string before)
    {
        if (grace.Length == 0)
        {
            grace.Append(before).Append('{').Append(isSlashed ? "/" : string.Empty);
        }

        // A chord of grace notes is written one after the other.
        _ = isChord;
        grace.Append(note);
    }

    /// <summary>The next note or rest.</summary>
    public void Add(Sound sound)
    {
        if (sound.IsChord && groups.Count > 0)
        {
            groups[^1].Chord.Add(sound);
            return;
        }

        string before = grace.Length > 0 ? grace.Append('}').ToString() : string.Empty;
        grace.Clear();
        groups.Add((before, [sound]));
        at += sound.Length;
    }

    /// <summary>The voice as ABC.</summary>
    public string Text()
    {
        StringBuilder text = new();
        int left = 0;
        for (int n = 0; n < groups.Count; n++)
        {
            (string before, List<Sound> chord) = groups[n];
            Sound first = chord[0];
            if (left == 0 && first.Ratio != (1, 1))
            {
                left = TupletAt(n);
                text.Append(CultureInfo.InvariantCulture, $"({first.Ratio.Actual}:{first.Ratio.Normal}:{left}");
            }

            left = Math.Max(left - 1, 0);
            text.Append(before).Append(first.Before).Append('(', chord.Sum(of => of.SlursFrom));
            if (chord.Count == 1)
            {
                text.Append(first.Text).Append(LengthOf(first.Drawn)).Append(first.IsTied ? "-" : string.Empty);
            }
            else
            {
                text.Append('[').AppendJoin(string.Empty, chord.Select(of => of.Text + (of.IsTied ? "-" : string.Empty))).Append(']');
                text.Append(LengthOf(first.Drawn));
            }

            text.Append(')', chord.Sum(of => of.SlursTo)).Append(' ');
        }

        return text.ToString();
    }

    // How many notes are in the tuplet that begins here: to its end mark, else until the time is even again.
    private int TupletAt(int start)
    {
        Fraction sum = Fraction.Zero;
        bool isMarked = groups
            .Skip(start)
            .TakeWhile(of => of.Chord[0].Ratio == groups[start].Chord[0].Ratio)
            .Any(of => of.Chord.Any(note => note.EndsTuplet));
        int count = 0;
        foreach ((_, List<Sound> chord) in groups.Skip(start).TakeWhile(of => of.Chord[0].Ratio == groups[start].Chord[0].Ratio))
        {
            count++;
            sum += chord[0].Length;
            if (isMarked ? chord.Any(of => of.EndsTuplet) : (sum.Denominator & (sum.Denominator - 1)) == 0)
            {
                break;
            }
        }

        return count;
    }

    private static string LengthOf(Fraction units) =>
        units == Fraction.One ? string.Empty
        : units.Denominator == 1 ? units.Numerator.ToString(CultureInfo.InvariantCulture)
        : units.Numerator == 1 ? string.Create(CultureInfo.InvariantCulture, $"/{units.Denominator}")
        : string.Create(CultureInfo.InvariantCulture, $"{units.Numerator}/{units.Denominator}");
}
