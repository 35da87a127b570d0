using System.Numerics;
using Lilt.Randomness;
using Lilt.Spectra;
using Lilt.Statistics;
using Xunit;

namespace Lilt.Tests.Spectra;

public sealed class PowerExcessTests
{
    private const int Steps = 150;
    private const double Frequency = 1 / 8.5;

    // Sums of 150 products in float32.
    private const double Single = 1e-4;

    // In half bandwidths, from the frequency.
    private static readonly double[] Offsets = [0, -2, 2, -4, 4];

    private static readonly double[] Intervals = [8, 8.5, 9, 9, 9, 6];

    [Fact]
    public void At_AnySequence_IsTheDirectSums()
    {
        float[] values = Noise(Steps, 70, 0.5, 1);
        SlepianTapers tapers = Tapers(Steps);
        PowerExcess excess = PowerExcess.At(new UnitSequences(values, 70), 0, tapers, Frequency);

        double[] magnitudes = new double[5];
        for (int unit = 0; unit < 70; unit++)
        {
            double[] powers = [.. Offsets.Select(offset => Power(values, 70, unit, tapers, Frequency + (offset * tapers.HalfBandwidth)))];
            Assert.Equal(Excess(powers), excess.Units[unit], Single);
            magnitudes = [.. magnitudes.Zip(powers, (sum, power) => sum + Math.Sqrt(power))];
        }

        Assert.Equal(2 * Excess(magnitudes), excess.Mean, Single);
    }

    [Fact]
    public void At_ToneInNoise_IsFoundAtItsFrequencyAlone()
    {
        float[] values = Noise(Steps, 1, 0, 2);
        for (int step = 0; step < Steps; step++)
        {
            values[step] += (float)Math.Cos(2 * Math.PI * Frequency * step);
        }

        UnitSequences sequences = new(values, 1);
        Assert.True(PowerExcess.At(sequences, 0, Tapers(Steps), Frequency).Units[0] > 2);
        Assert.True(PowerExcess.At(sequences, 0, Tapers(Steps), Frequency + 0.15).Units[0] < 2);
    }

    [Fact]
    public void At_LouderOrMovedSequence_IsTheSame()
    {
        float[] values = Noise(Steps, 5, 0.3, 3);
        double[] once = PowerExcess.At(new UnitSequences(values, 5), 0, Tapers(Steps), Frequency).Units.ToArray();
        double[] louder = PowerExcess
            .At(new UnitSequences([.. values.Select(value => 8 * value)], 5), 0, Tapers(Steps), Frequency)
            .Units.ToArray();
        double[] moved = PowerExcess
            .At(new UnitSequences([.. values.Select(value => value + 5)], 5), 0, Tapers(Steps), Frequency)
            .Units.ToArray();

        Assert.All(Enumerable.Range(0, 5), unit => Assert.Equal(once[unit], louder[unit], Single));
        Assert.All(Enumerable.Range(0, 5), unit => Assert.Equal(once[unit], moved[unit], 10 * Single));
    }

    [Fact]
    public void At_StepsInTheMiddle_LeavesTheOthersOut()
    {
        float[] values = Noise(Steps + 20, 3, 0.3, 4);
        double[] whole = PowerExcess
            .At(new UnitSequences(values.AsSpan(3 * 12, 3 * Steps), 3), 0, Tapers(Steps), Frequency)
            .Units.ToArray();

        Assert.Equal(whole, PowerExcess.At(new UnitSequences(values, 3), 12, Tapers(Steps), Frequency).Units.ToArray());
    }

    [Fact]
    public void At_UnitThatDoesNotMove_IsNoNumberAndHasNoSayInTheMean()
    {
        float[] values = Noise(Steps, 2, 0, 5);
        float[] beside = new float[3 * Steps];
        for (int step = 0; step < Steps; step++)
        {
            (beside[3 * step], beside[(3 * step) + 1], beside[(3 * step) + 2]) = (values[2 * step], 0.7f, values[(2 * step) + 1]);
        }

        PowerExcess alone = PowerExcess.At(new UnitSequences(values, 2), 0, Tapers(Steps), Frequency);
        PowerExcess with = PowerExcess.At(new UnitSequences(beside, 3), 0, Tapers(Steps), Frequency);

        Assert.True(double.IsNaN(with.Units[1]));
        Assert.Equal([alone.Units[0], alone.Units[1]], [with.Units[0], with.Units[2]]);
        Assert.Equal(alone.Mean, with.Mean);
        Assert.True(double.IsNaN(PowerExcess.At(new UnitSequences(new float[Steps], 1), 0, Tapers(Steps), Frequency).Mean));
    }

    /// <summary>
    /// Red noise of any colour has no excess: 50 tunes of unlike lengths and measure intervals, 600 units, tested as a study tests them.
    /// </summary>
    [Fact]
    public void At_AutoregressiveNoise_IsFoundAtTheLevelAndNotAfterBenjaminiHochberg()
    {
        const int Units = 600;
        int coloursWithFindings = 0;
        foreach (double coefficient in (double[])[0, 0.3, 0.5, 0.7, 0.85, 0.95])
        {
            OneSidedT[] tests = OfNoise(coefficient, Units);
            double rate = tests.Count(test => test.P <= 0.05) / (double)Units;
            int findings = BenjaminiHochberg.Adjust([.. tests.Select(test => test.P)]).Count(q => q <= 0.05);
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"coefficient {coefficient}: rate {rate:F3}, mean {tests.Average(test => test.Mean):F4}, after Benjamini and Hochberg {findings}"
            );

            // The share of 600 independent tests at 0.05 has a standard deviation of 0.009; the mean of 30,000 excesses of 0.88 one of
            // 0.005.
            Assert.InRange(rate, 0.05 - 0.03, 0.05 + 0.03);
            Assert.InRange(tests.Average(test => test.Mean), -0.02, 0.02);
            coloursWithFindings += findings > 0 ? 1 : 0;
        }

        // Each colour has anything at all found one time in twenty: three of six once in 450 times.
        Assert.InRange(coloursWithFindings, 0, 2);
    }

    [Fact]
    public void At_TooFewSteps_IsRefused()
    {
        Assert.False(PowerExcess.Reaches(60, 1 / 9.0));
        Assert.True(PowerExcess.Reaches(120, 1 / 9.0));
        UnitSequences sequences = new(Noise(60, 1, 0, 6), 1);
        Assert.Throws<ArgumentException>(() => PowerExcess.At(sequences, 0, Tapers(60), 1 / 9.0));
        Assert.Throws<ArgumentException>(() => PowerExcess.At(sequences, 10, Tapers(60), 1 / 4.0));
    }

    private static OneSidedT[] OfNoise(double coefficient, int units)
    {
        const int Tunes = 50;
        SplitMix64 random = new(new Seed(17).Derive("surrogates", (int)(100 * coefficient)));
        double[][] found = new double[Tunes][];
        for (int tune = 0; tune < Tunes; tune++)
        {
            int steps = 100 + random.Below(160);
            double frequency = 1 / Intervals[random.Below(Intervals.Length)];
            found[tune] = PowerExcess
                .At(new UnitSequences(Noise(steps, units, coefficient, new Seed(random.Next())), units), 0, Tapers(steps), frequency)
                .Units.ToArray();
        }

        return [.. Enumerable.Range(0, units).Select(unit => OneSidedT.Of([.. found.Select(of => of[unit])]))];
    }

    private static SlepianTapers Tapers(int steps) => new(steps, PowerExcess.TimeHalfBandwidth, PowerExcess.Tapers);

    private static double Excess(double[] powers) =>
        Math.Log(powers[0]) - (((4 * (Math.Log(powers[1]) + Math.Log(powers[2]))) - Math.Log(powers[3]) - Math.Log(powers[4])) / 6);

    private static double Power(float[] values, int units, int unit, SlepianTapers tapers, double frequency)
    {
        double mean = Enumerable.Range(0, tapers.Length).Average(step => (double)values[(step * units) + unit]);
        double power = 0;
        for (int taper = 0; taper < tapers.Count; taper++)
        {
            Complex sum = 0;
            for (int step = 0; step < tapers.Length; step++)
            {
                sum +=
                    tapers[taper][step]
                    * (values[(step * units) + unit] - mean)
                    * Complex.FromPolarCoordinates(1, -2 * Math.PI * frequency * step);
            }

            power += ((sum.Real * sum.Real) + (sum.Imaginary * sum.Imaginary)) / tapers.Count;
        }

        return power;
    }

    // [steps, units], stationary from the first step on.
    private static float[] Noise(int steps, int units, double coefficient, Seed seed)
    {
        SplitMix64 random = new(seed);
        float[] values = new float[steps * units];
        for (int unit = 0; unit < units; unit++)
        {
            double at = Normal(ref random) / Math.Sqrt(1 - (coefficient * coefficient));
            for (int step = 0; step < steps; step++)
            {
                at = (coefficient * at) + Normal(ref random);
                values[(step * units) + unit] = (float)at;
            }
        }

        return values;
    }

    // Box and Muller.
    private static double Normal(ref SplitMix64 random)
    {
        double radius = Math.Sqrt(-2 * Math.Log(((random.Next() >> 11) + 0.5) * Math.ScaleB(1, -53)));
        return radius * Math.Cos(2 * Math.PI * (random.Next() >> 11) * Math.ScaleB(1, -53));
    }
}
