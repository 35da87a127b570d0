namespace Lilt.Spectra;

/// <summary>How strongly a sequence beats at one period from step to step: the article's "modulation".</summary>
public static class Demodulation
{
    /// <summary>
    /// Cycles under the averaging window, 4 unless given: short enough to follow eight-measure changes, long enough to keep harmonics out.
    /// </summary>
    public const double DefaultCycles = 4;

    /// <summary>The amplitude envelope of a sequence at a period.</summary>
    /// <param name="sequence">[T].</param>
    /// <param name="period">At least 2 steps, finite.</param>
    /// <param name="envelope"> [T], written: 2 |Σ w(m) (h[t + m] − mean) e^(−2πi (t + m)/p)| / Σ w(m) over a Hann window w of the given
    /// number of periods centred on t, its ends cut at the sequence's. A tone A cos(2πt/p + φ) has the envelope A away from the ends. In
    /// h's own units, at least 0.
    /// </param>
    /// <param name="cycles">Periods under the window, at least 2: below that the sequence's slow changes leak in.</param>
    /// <exception cref="ArgumentException">The period is out of range, or the destination is of another length.</exception>
    public static void Envelope(ReadOnlySpan<double> sequence, Period period, Span<double> envelope, double cycles = DefaultCycles)
    {
        if (!(period.Steps >= 2 && double.IsFinite(period.Steps)))
        {
            throw new ArgumentOutOfRangeException(nameof(period), period, "A period of at least two steps is finite.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(cycles, 2);
        if (envelope.Length != sequence.Length)
        {
            throw new ArgumentException($"Room for {envelope.Length} of {sequence.Length} steps.", nameof(envelope));
        }

        double mean = 0;
        foreach (double value in sequence)
        {
            mean += value / sequence.Length;
        }

        double half = cycles * period.Steps / 2;
        int reach = (int)Math.Ceiling(half) - 1;
        double[] weights = new double[reach + 1];
        for (int apart = 0; apart < weights.Length; apart++)
        {
            weights[apart] = 0.5 + (0.5 * Math.Cos(Math.PI * apart / half));
        }

        double[] sines = new double[sequence.Length];
        double[] cosines = new double[sequence.Length];
        for (int at = 0; at < sequence.Length; at++)
        {
            (sines[at], cosines[at]) = Math.SinCos(2 * Math.PI * at / period.Steps);
        }

        for (int step = 0; step < sequence.Length; step++)
        {
            double real = 0;
            double imaginary = 0;
            double sum = 0;
            for (int at = Math.Max(0, step - reach); at <= Math.Min(sequence.Length - 1, step + reach); at++)
            {
                double weight = weights[Math.Abs(at - step)];
                double weighted = weight * (sequence[at] - mean);
                real += weighted * cosines[at];
                imaginary -= weighted * sines[at];
                sum += weight;
            }

            envelope[step] = 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / sum;
        }
    }
}
