using System.Buffers.Binary;

namespace Lilt.Notation.Playing;

/// <summary>Writes a played tune as sound: a WAV file, 44,100 samples a second, one channel, 16 bits.</summary>
/// <remarks>
/// Every note is a <see cref="PluckedString"/> or a <see cref="BlownPipe"/>, in equal temperament with A at 440 Hz; chords are always plucked,
/// at less than half of their loudness. The sound is made twice, first for its largest
/// sample, which then becomes 70 % of full scale: nothing is clipped, and the file is the same whatever the machine's memory.
/// </remarks>
public static class SoundFile
{
    /// <summary>Samples a second.</summary>
    public const int Rate = 44_100;

    private const int Block = 4096;
    private const int LowestPitch = 24;
    private const int HighestPitch = 108;
    private const double Peak = 0.7 * short.MaxValue;
    private const double TailSeconds = 0.5;
    private const int HeaderBytes = 44;
    private const float ChordLevel = 0.4f;

    /// <summary>The longest sound, in seconds, that a WAV file can hold.</summary>
    public const double LongestSeconds = (uint.MaxValue - 1024) / (2.0 * Rate);

    /// <summary>The most notes that sound at once.</summary>
    public const int MostAtOnce = 1024;

    /// <summary>Why a tune is no sound that can be written, and what to do; null where it is one.</summary>
    public static string? Refusal(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        double seconds = timeline.SecondsAt(timeline.Length) + TailSeconds;
        if (seconds > LongestSeconds)
        {
            return FormattableString.Invariant(
                $"The music lasts {seconds / 3600:F0} hours; a WAV file holds {LongestSeconds / 3600:F1}. Take a faster tempo."
            );
        }

        int together = AtOnce([.. timeline.Notes.Concat(timeline.Accompaniment).OrderBy(note => note.Onset)]);
        return together > MostAtOnce
            ? FormattableString.Invariant(
                $"{together} notes sound at once; up to {MostAtOnce} are made into sound. Take voices, overlays or chords away."
            )
            : null;
    }

    /// <summary>Writes a file.</summary>
    /// <param name="timeline">What is played.</param>
    /// <param name="destination">Where the bytes go; left open.</param>
    /// <param name="timbre">What plays the tune.</param>
    /// <exception cref="ArgumentException">The music lasts longer than <see cref="LongestSeconds"/>, or more than <see cref="MostAtOnce"/>
    /// notes sound at once.</exception>
    public static void Write(Timeline timeline, Stream destination, Timbre timbre = Timbre.Plucked)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(destination);
        if (Refusal(timeline) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(timeline));
        }

        HeardNote[] notes = [.. Notes(timeline, timbre).OrderBy(note => note.Start)];
        long samples = (long)Math.Ceiling((timeline.SecondsAt(timeline.Length) + TailSeconds) * Rate);
        float largest = 0;
        Render(
            notes,
            samples,
            block =>
            {
                foreach (float sample in block)
                {
                    largest = Math.Max(largest, Math.Abs(sample));
                }
            }
        );

        Header(destination, samples);
        double scale = largest > 0 ? Peak / largest : 0;
        byte[] bytes = new byte[2 * Block];
        Render(
            notes,
            samples,
            block =>
            {
                for (int i = 0; i < block.Length; i++)
                {
                    BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), (short)Math.Round(block[i] * scale));
                }

                destination.Write(bytes, 0, 2 * block.Length);
            }
        );
    }

    /// <summary>The largest number of notes that are held together.</summary>
    private static int AtOnce(IReadOnlyList<PlayedNote> notes)
    {
        Fraction[] ends = [.. notes.Select(note => note.Onset + note.Length).Order()];
        int most = 0;
        int ended = 0;
        for (int begun = 0; begun < notes.Count; begun++)
        {
            for (; ended < begun && ends[ended] <= notes[begun].Onset; ended++) { }

            most = Math.Max(most, begun + 1 - ended);
        }

        return most;
    }

    private static IEnumerable<HeardNote> Notes(Timeline timeline, Timbre timbre)
    {
        foreach (PlayedNote note in timeline.Notes)
        {
            double frequency = Frequency(note.Pitch);
            yield return Heard(
                timeline,
                note,
                1,
                () => timbre == Timbre.Whistle ? new BlownPipe(frequency, Rate) : new PluckedString(frequency, Rate)
            );
        }

        foreach (PlayedNote note in timeline.Accompaniment)
        {
            double frequency = Frequency(note.Pitch);
            yield return Heard(timeline, note, ChordLevel, () => new PluckedString(frequency, Rate));
        }

        foreach (Click click in timeline.Clicks)
        {
            long start = SampleAt(timeline, click.At);
            yield return new HeardNote(start, start, 1, () => new ClickSound(click.IsFirst, Rate));
        }
    }

    private static HeardNote Heard(Timeline timeline, PlayedNote note, float level, Func<ISoundingNote> begin) =>
        new(SampleAt(timeline, note.Onset), SampleAt(timeline, note.Onset + note.Length), level, begin);

    private static long SampleAt(Timeline timeline, Fraction at) => (long)Math.Round(timeline.SecondsAt(at) * Rate);

    private static double Frequency(int pitch) => 440 * Math.Pow(2, (MidiFile.Folded(pitch, LowestPitch, HighestPitch) - 69) / 12.0);

    private static void Render(HeardNote[] notes, long samples, Action<ReadOnlySpan<float>> take)
    {
        float[] block = new float[Block];
        float[] quiet = new float[Block];
        List<(ISoundingNote Sound, HeardNote Note)> sounding = [];
        int next = 0;
        float input = 0;
        float output = 0;
        for (long start = 0; start < samples; start += Block)
        {
            Span<float> mix = block.AsSpan(0, (int)Math.Min(Block, samples - start));
            mix.Clear();
            for (; next < notes.Length && notes[next].Start < start + mix.Length; next++)
            {
                sounding.Add((notes[next].Begin(), notes[next]));
            }

            foreach ((ISoundingNote sound, HeardNote note) in sounding)
            {
                int offset = (int)Math.Max(0, note.Start - start);
                int held = (int)Math.Clamp(note.End - start - offset, 0, Block);
                if (note.Level == 1)
                {
                    sound.AddTo(mix[offset..], held);
                    continue;
                }

                Span<float> own = quiet.AsSpan(0, mix.Length - offset);
                own.Clear();
                sound.AddTo(own, held);
                for (int i = 0; i < own.Length; i++)
                {
                    mix[offset + i] += note.Level * own[i];
                }
            }

            sounding.RemoveAll(note => note.Sound.IsSilent);
            for (int i = 0; i < mix.Length; i++)
            {
                // What little mean a plucked note keeps is taken out at 20 Hz.
                output = mix[i] - input + (0.997f * output);
                input = mix[i];
                mix[i] = output;
            }

            take(mix);
        }
    }

    private static void Header(Stream destination, long samples)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        uint bytes = (uint)(2 * samples);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], bytes + HeaderBytes - 8);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], Rate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], 2 * Rate);
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], bytes);
        destination.Write(header);
    }

    private readonly record struct HeardNote(long Start, long End, float Level, Func<ISoundingNote> Begin);
}
