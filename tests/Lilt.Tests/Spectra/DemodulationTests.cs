using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Spectra;

public sealed class DemodulationTests
{
    [Fact]
    public void Envelope_SteadyTone_IsItsAmplitude()
    {
        double[] envelope = Envelope(TestSequences.Tone(180, 9, amplitude: 0.6, phase: 1, mean: 0.3));

        // The window of 4 periods has nulls at the mean and at the tone's image.
        Assert.All(envelope[20..^20], value => Assert.Equal(0.6, value, 1e-3));
    }

    [Fact]
    public void Envelope_ToneThatSwells_FollowsIt()
    {
        double[] tone = TestSequences.Tone(360, 9);
        double[] swell = TestSequences.Tone(360, 180, amplitude: 0.5, mean: 1);
        double[] envelope = Envelope([.. tone.Zip(swell, (a, b) => a * b)]);

        // A Hann window of 36 steps takes 5 % off a swell of period 180.
        for (int step = 20; step < 340; step++)
        {
            Assert.Equal(swell[step], envelope[step], 0.04);
        }
    }

    [Fact]
    public void Envelope_ToneOfAHarmonic_IsLeftOut() =>
        Assert.All(Envelope(TestSequences.Tone(180, 4.5))[20..^20], value => Assert.InRange(value, 0, 0.01));

    [Fact]
    public void Envelope_InfinitePeriod_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Demodulation.Envelope(new double[20], Period.Infinite, new double[20]));

    private static double[] Envelope(double[] sequence)
    {
        double[] envelope = new double[sequence.Length];
        Demodulation.Envelope(sequence, new Period(9), envelope);
        return envelope;
    }
}
