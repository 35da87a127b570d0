using System.Text;

namespace Lilt.Notation.Playing;

/// <summary>Writes a played tune as a Standard MIDI File of type 1: a track of tempi and meters, then one track a voice.</summary>
/// <remarks>
/// 480 ticks a quarter note; onsets and ends are each rounded to the nearest tick, so errors never add up. A note's end stands before
/// another's start at the same tick. Pitches outside 0–127 are moved by octaves.
/// Source: Standard MIDI-File Format Spec. 1.1 (MIDI Manufacturers Association, 1996).
/// </remarks>
public static class MidiFile
{
    /// <summary>Ticks a quarter note: every length down to 1/128, and its thirds and fifths, is a whole number of them.</summary>
    public const int TicksPerQuarter = 480;

    private const int Velocity = 80;
    private const int NylonGuitar = 24;

    // What General MIDI has that is nearest to a tin whistle.
    private const int Recorder = 74;
    private const int ChordVelocity = 50;
    private const byte DrumChannel = 9;
    private const byte ChordChannel = 14;
    private const byte HighWoodBlock = 76;
    private const byte LowWoodBlock = 77;
    private const int LargestDelta = 0x0FFFFFFF;
    private const byte Meta = 0xFF;

    /// <summary>The tick nearest to a point of the music.</summary>
    /// <param name="at">The point, in whole notes.</param>
    public static long TickOf(Fraction at)
    {
        Int128 doubled = (Int128)at.Numerator * (8 * TicksPerQuarter);
        return (long)((doubled + at.Denominator) / (2 * (Int128)at.Denominator));
    }

    /// <summary>Writes a file.</summary>
    /// <param name="timeline">What is played.</param>
    /// <param name="title">The first track's name; may be empty.</param>
    /// <param name="destination">Where the bytes go; left open.</param>
    /// <param name="timbre">What plays the tune.</param>
    public static void Write(Timeline timeline, string title, Stream destination, Timbre timbre = Timbre.Plucked)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(destination);
        int voices = timeline.Notes.Count == 0 ? 0 : timeline.Notes.Max(note => note.Voice) + 1;
        destination.Write("MThd"u8);
        Number(destination, 6, 4);
        Number(destination, 1, 2);
        bool hasChords = timeline.Accompaniment.Count > 0;
        bool hasClicks = timeline.Clicks.Count > 0;
        Number(destination, 1 + voices + (hasChords ? 1 : 0) + (hasClicks ? 1 : 0), 2);
        Number(destination, TicksPerQuarter, 2);
        Track(destination, Conductor(timeline, title), TickOf(timeline.Length));
        for (int voice = 0; voice < voices; voice++)
        {
            Track(destination, Notes(timeline, voice, timbre), TickOf(timeline.Length));
        }

        if (hasChords)
        {
            Track(destination, Chords(timeline), TickOf(timeline.Length));
        }

        if (hasClicks)
        {
            Track(destination, Clicks(timeline), TickOf(timeline.Length));
        }
    }

    private static List<Event> Conductor(Timeline timeline, string title)
    {
        List<Event> events = [new Event(0, 0, [Meta, 0x03, .. WithLength(Encoding.UTF8.GetBytes(title))])];
        foreach (TempoPoint tempo in timeline.Tempi)
        {
            int microseconds = Math.Clamp((int)Math.Round(15_000_000 / tempo.WholeNotesPerMinute), 1, 0xFFFFFF);
            events.Add(
                new Event(TickOf(tempo.At), 0, [Meta, 0x51, 3, (byte)(microseconds >> 16), (byte)(microseconds >> 8), (byte)microseconds])
            );
        }

        foreach (MeterPoint point in timeline.Meters)
        {
            if (point.Meter is { Measure: not null, Numerator: <= byte.MaxValue and int upper, Denominator: int lower })
            {
                byte clocks = (byte)(point.Meter.IsCompound ? 36 : Math.Max(1, 96 / lower));
                events.Add(new Event(TickOf(point.At), 0, [Meta, 0x58, 4, (byte)upper, (byte)int.Log2(lower), clocks, 8]));
            }
        }

        return events;
    }

    private static List<Event> Notes(Timeline timeline, int voice, Timbre timbre)
    {
        byte channel = (byte)(voice % 15 is var free && free < 9 ? free : free + 1);
        List<Event> events = [new Event(0, 0, [(byte)(0xC0 | channel), timbre == Timbre.Whistle ? (byte)Recorder : (byte)NylonGuitar])];
        foreach (PlayedNote note in timeline.Notes)
        {
            if (note.Voice == voice)
            {
                Add(events, note, channel, Velocity);
            }
        }

        return events;
    }

    private static List<Event> Chords(Timeline timeline)
    {
        List<Event> events = [new Event(0, 0, [0xC0 | ChordChannel, NylonGuitar])];
        foreach (PlayedNote note in timeline.Accompaniment)
        {
            Add(events, note, ChordChannel, ChordVelocity);
        }

        return events;
    }

    private static List<Event> Clicks(Timeline timeline)
    {
        List<Event> events = [];
        foreach (Click click in timeline.Clicks)
        {
            byte block = click.IsFirst ? HighWoodBlock : LowWoodBlock;
            long start = TickOf(click.At);
            events.Add(new Event(start, 2, [0x90 | DrumChannel, block, Velocity]));
            events.Add(new Event(start + (TicksPerQuarter / 8), 1, [0x80 | DrumChannel, block, 0]));
        }

        return events;
    }

    private static void Add(List<Event> events, PlayedNote note, byte channel, byte velocity)
    {
        byte pitch = (byte)Folded(note.Pitch, 0, 127);
        long start = TickOf(note.Onset);
        long end = Math.Max(start + 1, TickOf(note.Onset + note.Length));
        events.Add(new Event(start, 2, [(byte)(0x90 | channel), pitch, velocity]));
        events.Add(new Event(end, 1, [(byte)(0x80 | channel), pitch, 0]));
    }

    /// <summary>A pitch moved by octaves until it lies in a range of at least an octave.</summary>
    internal static int Folded(int pitch, int lowest, int highest)
    {
        if (pitch < lowest)
        {
            pitch += (lowest - pitch + 11) / 12 * 12;
        }

        return pitch > highest ? pitch - ((pitch - highest + 11) / 12 * 12) : pitch;
    }

    private static void Track(Stream destination, List<Event> events, long end)
    {
        using MemoryStream track = new();
        long now = 0;
        foreach (Event next in events.OrderBy(e => e.Tick).ThenBy(e => e.Rank))
        {
            Delta(track, next.Tick - now);
            track.Write(next.Bytes);
            now = next.Tick;
        }

        Delta(track, Math.Max(0, end - now));
        track.Write([Meta, 0x2F, 0]);
        destination.Write("MTrk"u8);
        Number(destination, (int)track.Length, 4);
        track.WriteTo(destination);
    }

    private static void Delta(MemoryStream track, long ticks)
    {
        for (; ticks > LargestDelta; ticks -= LargestDelta)
        {
            track.Write(Variable(LargestDelta));
            track.Write([Meta, 0x01, 0]);
        }

        track.Write(Variable((int)ticks));
    }

    private static byte[] WithLength(byte[] bytes) => [.. Variable(bytes.Length), .. bytes];

    private static byte[] Variable(int number)
    {
        Span<byte> bytes = stackalloc byte[5];
        int first = 4;
        bytes[4] = (byte)(number & 0x7F);
        for (number >>= 7; number > 0; number >>= 7)
        {
            bytes[--first] = (byte)(0x80 | (number & 0x7F));
        }

        return bytes[first..].ToArray();
    }

    private static void Number(Stream destination, int number, int bytes)
    {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        {
            destination.WriteByte((byte)(number >> shift));
        }
    }

    /// <param name="Tick">When.</param>
    /// <param name="Rank">Which comes first at one tick: 0 settings, 1 ends, 2 starts.</param>
    /// <param name="Bytes">The event.</param>
    private readonly record struct Event(long Tick, int Rank, byte[] Bytes);
}
