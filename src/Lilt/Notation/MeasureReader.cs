using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Notation;

/// <summary>Parts a voice into measures. Bars that touch are one bar; otherwise nothing between two bars is an empty measure.</summary>
/// <remarks>
/// <c>|:</c>, <c>|1</c> and <c>|2</c> touch a <c>|</c>, <c>||</c> or <c>:|</c> just before them. Bars that only the end of a line
/// parts touch whatever they are: many people close a line with a bar and open the next with one.
/// </remarks>
internal sealed class MeasureReader
{
    private readonly List<Measure> measures = [];
    private readonly TokenWriter writer = new(isV3: false);

    private List<string> tokens = [];
    private Joint joint = new() { IsStructural = true };
    private Bar? lastBar;
    private bool isOpen;
    private SourcePosition position;
    private Meter meter = Meter.Free;
    private Meter openMeter = Meter.Free;
    private Fraction duration;
    private int wholeMeasures;
    private bool inOverlay;
    private int overlaid;

    private MeasureReader() { }

    /// <summary>The measures of a voice.</summary>
    public static IReadOnlyList<Measure> Read(Voice voice, Meter meter)
    {
        MeasureReader reader = new() { meter = meter };
        foreach (TuneElement element in voice.Elements)
        {
            reader.Element(element);
        }

        reader.Close(new Joint { IsStructural = true });
        reader.Rejoin(reader.joint with { IsStructural = true });
        return reader.measures;
    }

    private void Element(TuneElement element)
    {
        switch (element)
        {
            case Bar bar:
                OnBar(bar);
                break;
            case Overlay overlay:
                (inOverlay, overlaid) = (true, overlay.Measures);
                break;
            case MeterChange change:
                meter = change.Meter;
                break;
            case PartStart:
                Close(new Joint { IsStructural = true });
                Rejoin(joint with { IsStructural = true, StartsPart = true });
                break;
            case Rest { Measures: > 0 } rest:
                Timed(rest, rest.Duration);
                wholeMeasures = wholeMeasures == 0 && duration == rest.Duration ? rest.Measures : -1;
                break;
            case Note note:
                Timed(note, note.Duration);
                break;
            case Rest rest:
                Timed(rest, rest.Duration);
                break;
            case Chord chord:
                Timed(chord, chord.Duration);
                break;
            case TupletStart or BrokenRhythm when !inOverlay:
                writer.Append(element, tokens);
                break;
        }
    }

    // What stands after the last measure is known only when the next one begins.
    private void Rejoin(Joint changed)
    {
        joint = changed;
        if (measures.Count > 0)
        {
            measures[^1] = measures[^1] with { After = changed };
        }
    }

    private void Timed(TuneElement element, Fraction length)
    {
        if (inOverlay)
        {
            return;
        }

        if (!isOpen)
        {
            isOpen = true;
            position = element.Position;
            openMeter = meter;
        }

        wholeMeasures = wholeMeasures > 0 ? -1 : wholeMeasures;
        duration += length;
        writer.Append(element, tokens);
    }

    private void OnBar(Bar bar)
    {
        if (inOverlay && --overlaid > 0)
        {
            return;
        }

        if (isOpen)
        {
            Close(new Joint().With(bar));
        }
        else if (lastBar is null || inOverlay || Touch(lastBar, bar))
        {
            Rejoin(joint.With(bar));
        }
        else
        {
            isOpen = true;
            position = bar.Position;
            openMeter = meter;
            Close(new Joint().With(bar));
        }

        inOverlay = false;
        lastBar = bar;
    }

    private static bool Touch(Bar first, Bar second) =>
        second.StartsLine
        || second.Line is BarLine.None or BarLine.Invisible
        || first.Line == BarLine.Invisible
        || (second.EndsRepeat == 0 && (second.StartsRepeat || second.Endings.Count > 0) && !first.StartsRepeat && first.Endings.Count == 0);

    private void Close(Joint after)
    {
        if (!isOpen)
        {
            return;
        }

        if (wholeMeasures > 1)
        {
            Fraction each = duration / new Fraction(wholeMeasures);
            for (int i = 0; i < wholeMeasures; i++)
            {
                Joint next = i == wholeMeasures - 1 ? after : Joint.Plain;
                Add(each, next);
                joint = next;
            }
        }
        else
        {
            Add(duration, after);
        }

        joint = after;
        isOpen = false;
        tokens = [];
        duration = Fraction.Zero;
        wholeMeasures = 0;
        lastBar = null;
        inOverlay = false;
    }

    private void Add(Fraction length, Joint after) =>
        measures.Add(
            new Measure
            {
                Index = measures.Count,
                Position = position,
                Duration = length,
                Meter = openMeter,
                Tokens = tokens,
                IsEmpty = length == Fraction.Zero,
                Before = joint,
                After = after,
            }
        );
}
