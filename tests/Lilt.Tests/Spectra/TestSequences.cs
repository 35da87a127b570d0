using Lilt.Spectra;

namespace Lilt.Tests.Spectra;

/// <summary>Sequences of known content.</summary>
internal static class TestSequences
{
    /// <summary>[T] of white Gaussian noise.</summary>
    public static double[] Noise(int steps, int seed)
    {
        Random random = new(seed);
        double[] noise = new double[steps];
        for (int n = 0; n < steps; n++)
        {
            noise[n] = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        }

        return noise;
    }

    /// <summary>[T] of A cos(2πn/p + φ) + mean.</summary>
    public static double[] Tone(int steps, double period, double amplitude = 1, double phase = 0, double mean = 0)
    {
        double[] tone = new double[steps];
        for (int n = 0; n < steps; n++)
        {
            tone[n] = (amplitude * Math.Cos((2 * Math.PI * n / period) + phase)) + mean;
        }

        return tone;
    }

    /// <summary>Some sequences of one length side by side.</summary>
    public static UnitSequences Side(params double[][] units)
    {
        float[] values = new float[units[0].Length * units.Length];
        for (int unit = 0; unit < units.Length; unit++)
        {
            for (int step = 0; step < units[unit].Length; step++)
            {
                values[(step * units.Length) + unit] = (float)units[unit][step];
            }
        }

        return new UnitSequences(values, units.Length);
    }
}
