namespace Lilt.Notation.Playing;

/// <summary>One plucked string, sample by sample: a delay line of noise that runs round through a filter.</summary>
/// <remarks>
/// The loop is a whole delay, an allpass for the part of a sample that tuning needs, and a two-point lowpass whose gain sets the time in
/// which the fundamental falls by 60 dB. The noise is fixed, has no mean, and misses the harmonics that a pick at 1/7 of the string mutes.
/// Source: K. Karplus and A. Strong, Digital synthesis of plucked-string and drum timbres, Computer Music Journal 7(2) (1983) 43–55;
/// D. Jaffe and J. Smith, Extensions of the Karplus-Strong plucked-string algorithm, same issue, 56–69.
/// </remarks>
internal sealed class PluckedString : ISoundingNote
{
    private const double PickPosition = 1.0 / 7;
    private const double Brightness = 0.35;
    private const double ReleaseSeconds = 0.12;

    private readonly float[] line;
    private readonly float allpass;
    private readonly float direct;
    private readonly float delayed;
    private readonly float release;
    private int at;
    private float lastRead;
    private float lastLow;
    private float lastOut;
    private float level = 1;

    /// <param name="frequency">The fundamental in hertz, well under half the rate.</param>
    /// <param name="rate">Samples a second.</param>
    public PluckedString(double frequency, double rate)
    {
        double w = 2 * Math.PI * frequency / rate;
        double lowReal = 1 - Brightness + (Brightness * Math.Cos(w));
        double lowImaginary = Brightness * Math.Sin(w);
        double lowDelay = Math.Atan2(lowImaginary, lowReal) / w;
        double lowGain = Math.Sqrt((lowReal * lowReal) + (lowImaginary * lowImaginary));
        double period = rate / frequency;

        // The allpass takes between 0.3 and 1.3 samples, where its delay is nearly the same at all the low harmonics.
        int whole = Math.Max(2, (int)Math.Floor(period - lowDelay - 0.3));
        double part = period - lowDelay - whole;
        allpass = (float)(Math.Sin((1 - part) * w / 2) / Math.Sin((1 + part) * w / 2));
        double seconds = Math.Clamp(900 / frequency, 0.6, 4.5);
        double gain = Math.Min(0.9998, Math.Pow(10, -3 / (frequency * seconds)) / lowGain);
        direct = (float)(gain * (1 - Brightness));
        delayed = (float)(gain * Brightness);
        release = (float)Math.Pow(10, -3 / (ReleaseSeconds * rate));
        line = Excitation(whole);
    }

    /// <inheritdoc/>
    public bool IsSilent => level < 1e-3f;

    /// <inheritdoc/>
    public void AddTo(Span<float> destination, int held)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            float read = line[at];
            float low = (direct * read) + (delayed * lastRead);
            lastRead = read;
            float tuned = (allpass * (low - lastOut)) + lastLow;
            lastLow = low;
            lastOut = tuned;
            line[at] = tuned;
            at = at + 1 == line.Length ? 0 : at + 1;
            level = i < held ? level : level * release;
            destination[i] += read * level;
        }
    }

    private static float[] Excitation(int length)
    {
        double[] noise = new double[length];
        uint bits = 2463534242;
        for (int i = 0; i < length; i++)
        {
            bits ^= bits << 13;
            bits ^= bits >> 17;
            bits ^= bits << 5;
            noise[i] = (bits / 2147483648.0) - 1;
        }

        int pick = Math.Max(1, (int)Math.Round(PickPosition * length));
        float[] result = new float[length];
        double previous = 0;
        double energy = 0;
        double mean = 0;
        double[] shaped = new double[length];
        for (int i = 0; i < length; i++)
        {
            // Low strings are picked duller: the noise is smoothed over about a tenth of a millisecond.
            double picked = noise[i] - noise[(i - pick + length) % length];
            previous = (0.45 * picked) + (0.55 * previous);
            shaped[i] = previous;
            mean += previous / length;
        }

        for (int i = 0; i < length; i++)
        {
            shaped[i] -= mean;
            energy += shaped[i] * shaped[i] / length;
        }

        double scale = energy > 0 ? 1 / Math.Sqrt(energy) : 0;
        for (int i = 0; i < length; i++)
        {
            result[i] = (float)(shaped[i] * scale);
        }

        return result;
    }
}
