using System.Buffers.Binary;
using Lilt.Notation;
using Lilt.Notation.Playing;
using Xunit;

namespace Lilt.Tests.Notation.Playing;

public sealed class SoundFileTests
{
    private const double Rate = SoundFile.Rate;

    [Theory]
    [InlineData(48)]
    [InlineData(69)]
    [InlineData(76)]
    [InlineData(93)]
    public void Write_OneNote_IsInTune(int pitch)
    {
        // Two cents are under what is heard between two plucked notes in turn.
        const double Cents = 2;
        double[] sound = Sound([new PlayedNote(default, new Fraction(1), pitch, 0, default)]);
        double expected = 440 * Math.Pow(2, (pitch - 69) / 12.0);

        double found = Frequency(sound.AsSpan(4410, 32768), expected);

        Assert.InRange(1200 * Math.Log2(found / expected), -Cents, Cents);
    }

    [Fact]
    public void Write_ManyNotesAtOnce_ReachesSeventyPercentAndClipsNothing()
    {
        double[] sound = Sound([.. Enumerable.Range(0, 40).Select(i => new PlayedNote(default, new Fraction(1), 40 + i, 0, default))]);

        Assert.Equal(0.7, sound.Max(Math.Abs), 0.0001);
    }

    [Fact]
    public void Write_ATune_HasNoMeanAndEndsSilent()
    {
        // 16 bits resolve 0.00003 of full scale.
        const double Inaudible = 0.001;
        double[] sound = Sound([
            .. Enumerable.Range(0, 16).Select(i => new PlayedNote(new Fraction(i, 8), new Fraction(1, 8), 60 + i, 0, default)),
        ]);

        Assert.InRange(sound.Average(), -Inaudible, Inaudible);
        Assert.True(Math.Sqrt(sound.Average(x => x * x)) > 0.02);
        Assert.InRange(sound[^200..].Max(Math.Abs), 0, 10 * Inaudible);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        PlayedNote[] notes =
        [
            new(default, new Fraction(1, 8), 62, 0, default),
            new(new Fraction(1, 8), new Fraction(1, 4), 67, 0, default),
        ];

        Assert.Equal(Bytes(notes), Bytes(notes));
    }

    [Fact]
    public void Write_NoNotes_IsSilence() => Assert.All(Sound([]), sample => Assert.Equal(0, sample));

    [Fact]
    public void Write_LongerThanAFileHolds_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            Bytes([new PlayedNote(new Fraction(1_000_000), Fraction.One, 60, 0, default)])
        );

        Assert.Contains("hours", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(62)]
    [InlineData(74)]
    [InlineData(86)]
    public void Write_WhistleNote_IsInTuneHeldAndBeginsSoftly(int pitch)
    {
        const double Cents = 2;
        double[] sound = Sound([new PlayedNote(default, new Fraction(1), pitch, 0, default)], Timbre.Whistle);
        double expected = 440 * Math.Pow(2, (pitch - 69) / 12.0);
        double found = Frequency(sound.AsSpan(4410, 32768), expected);

        Assert.InRange(1200 * Math.Log2(found / expected), -Cents, Cents);
        double early = Level(sound.AsSpan(8820, 8820));
        double late = Level(sound.AsSpan(70560, 8820));

        // A plucked string loses most of its level in a second and a half; a blown pipe none of it.
        Assert.InRange(late / early, 0.9, 1.1);

        // No sample jumps as a click would: a sine of the loudest partials moves by 2πf/rate of its height from one to the next.
        double steepest = 1.6 * 2 * Math.PI * 2 * expected / Rate * 0.7;
        for (int i = 1; i < sound.Length; i++)
        {
            Assert.InRange(Math.Abs(sound[i] - sound[i - 1]), 0, steepest + 0.15);
        }

        Assert.InRange(Level(sound.AsSpan(0, 220)), 0, 0.2 * early);
    }

    [Fact]
    public void Write_ChordsAndClicks_AreHeardBesideTheTune()
    {
        PlayedNote[] notes = [new(new Fraction(1, 2), new Fraction(1, 4), 72, 0, default)];
        Timeline plain = new(notes, [new TempoPoint(default, 30)], [new MeterPoint(default, Meter.Free)], new Fraction(3, 4), false);
        Timeline full = new(notes, plain.Tempi, plain.Meters, plain.Length, false)
        {
            Accompaniment = [new(default, new Fraction(1, 8), 48, 0, default)],
            Clicks = [new Click(new Fraction(1, 4), true)],
        };
        double[] alone = Samples(plain, Timbre.Plucked);
        double[] together = Samples(full, Timbre.Plucked);

        Assert.Equal(0, Level(alone.AsSpan(0, 22050)));
        Assert.True(Level(together.AsSpan(0, 22050)) > 0.01);
        Assert.True(Level(together.AsSpan(22050, 2205)) > 0.05);
    }

    private static double Level(ReadOnlySpan<double> sound)
    {
        double sum = 0;
        foreach (double sample in sound)
        {
            sum += sample * sample;
        }

        return Math.Sqrt(sum / sound.Length);
    }

    private static byte[] Bytes(PlayedNote[] notes, Timbre timbre = Timbre.Plucked)
    {
        Fraction length = notes.Length == 0 ? new Fraction(1, 4) : notes.Max(note => note.Onset + note.Length);
        return Bytes(new Timeline(notes, [new TempoPoint(default, 30)], [new MeterPoint(default, Meter.Free)], length, false), timbre);
    }

    private static byte[] Bytes(Timeline timeline, Timbre timbre)
    {
        using MemoryStream file = new();
        SoundFile.Write(timeline, file, timbre);
        return file.ToArray();
    }

    private static double[] Sound(PlayedNote[] notes, Timbre timbre = Timbre.Plucked) => Samples(Bytes(notes, timbre));

    private static double[] Samples(Timeline timeline, Timbre timbre) => Samples(Bytes(timeline, timbre));

    private static double[] Samples(byte[] file)
    {
        Assert.Equal(file.Length - 44, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40)));
        double[] samples = new double[(file.Length - 44) / 2];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(44 + (2 * i))) / 32768.0;
        }

        return samples;
    }

    /// <summary>Where the Hann-windowed Fourier sum is largest, within half a semitone of a guess.</summary>
    private static double Frequency(ReadOnlySpan<double> sound, double guess)
    {
        double low = guess * Math.Pow(2, -0.5 / 12);
        double high = guess * Math.Pow(2, 0.5 / 12);
        for (int round = 0; round < 5; round++)
        {
            double step = (high - low) / 20;
            double best = low;
            double most = 0;
            for (int i = 0; i <= 20; i++)
            {
                double power = Power(sound, low + (i * step));
                (best, most) = power > most ? (low + (i * step), power) : (best, most);
            }

            (low, high) = (best - step, best + step);
        }

        return (low + high) / 2;
    }

    private static double Power(ReadOnlySpan<double> sound, double frequency)
    {
        double real = 0;
        double imaginary = 0;
        for (int n = 0; n < sound.Length; n++)
        {
            double window = 0.5 - (0.5 * Math.Cos(2 * Math.PI * n / (sound.Length - 1)));
            (double sin, double cos) = Math.SinCos(2 * Math.PI * frequency * n / Rate);
            real += window * sound[n] * cos;
            imaginary += window * sound[n] * sin;
        }

        return (real * real) + (imaginary * imaginary);
    }
}
