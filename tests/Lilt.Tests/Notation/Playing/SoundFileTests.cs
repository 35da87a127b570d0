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

    private static byte[] Bytes(PlayedNote[] notes)
    {
        Fraction length = notes.Length == 0 ? new Fraction(1, 4) : notes.Max(note => note.Onset + note.Length);
        Timeline timeline = new(notes, [new TempoPoint(default, 30)], [new MeterPoint(default, Meter.Free)], length, false);
        using MemoryStream file = new();
        SoundFile.Write(timeline, file);
        return file.ToArray();
    }

    private static double[] Sound(PlayedNote[] notes)
    {
        byte[] file = Bytes(notes);
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
