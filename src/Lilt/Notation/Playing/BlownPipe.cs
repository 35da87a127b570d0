namespace Lilt.Notation.Playing;

/// <summary>One note of a whistle, sample by sample: a few harmonics, breath, and a vibrato that sets in as the note is held.</summary>
/// <remarks>
/// The tone rises in 30 ms and falls in 40, so that notes that follow each other are slurred without a click. Higher harmonics are weaker
/// the higher the note, as in a whistle that is overblown. The breath is noise that the pipe shapes: it is heard most as the note begins.
/// Source: N. Fletcher and T. Rossing, The Physics of Musical Instruments (2nd ed., 1998), chapter 16 (flutes: spectra, breath, vibrato).
/// </remarks>
internal sealed class BlownPipe : ISoundingNote
{
    private const double AttackSeconds = 0.03;
    private const double ReleaseSeconds = 0.04;
    private const double VibratoHertz = 5.2;
    private const double VibratoShare = 0.0035;
    private const double VibratoFrom = 0.25;
    private const double VibratoRise = 0.4;
    private const double ReferenceHertz = 587.33;
    private const float Breath = 0.05f;
    private const float BreathAtStart = 0.18f;
    private const float Loudness = 0.9f;

    private readonly double frequency;
    private readonly double rate;
    private readonly float[] harmonics;
    private readonly double breathFilter;
    private double phase;
    private long sample;
    private long letGoAt = -1;
    private double low;
    private uint bits = 2463534242;

    /// <param name="frequency">The fundamental in hertz, well under a sixth of the rate.</param>
    /// <param name="rate">Samples a second.</param>
    public BlownPipe(double frequency, double rate)
    {
        this.frequency = frequency;
        this.rate = rate;
        double height = Math.Clamp(ReferenceHertz / frequency, 0.35, 2);
        harmonics = [1f, (float)(0.32 * height), (float)(0.14 * height), 4 * frequency < rate / 2 ? (float)(0.045 * height) : 0f];
        breathFilter = 1 - Math.Exp(-2 * Math.PI * Math.Min(2 * frequency, rate / 4) / rate);
    }

    /// <inheritdoc/>
    public bool IsSilent => letGoAt >= 0 && sample - letGoAt > ReleaseSeconds * rate;

    /// <inheritdoc/>
    public void AddTo(Span<float> destination, int held)
    {
        for (int i = 0; i < destination.Length; i++, sample++)
        {
            if (i == held && letGoAt < 0)
            {
                letGoAt = sample;
            }

            double seconds = sample / rate;
            double wave = 2 * Math.PI * phase;
            double tone = 0;
            for (int k = 0; k < harmonics.Length; k++)
            {
                tone += harmonics[k] * Math.Sin((k + 1) * wave);
            }

            double start = Math.Exp(-seconds / 0.05);
            low += breathFilter * (Noise() - low);
            double level = Raised(seconds / AttackSeconds) * Fallen();
            destination[i] += (float)(Loudness * level * (tone + ((Breath + (BreathAtStart * start)) * low)));
            double depth = VibratoShare * Math.Clamp((seconds - VibratoFrom) / VibratoRise, 0, 1);
            phase += frequency * (1 + (depth * Math.Sin(2 * Math.PI * VibratoHertz * seconds))) / rate;
            phase -= Math.Floor(phase);
        }
    }

    private double Fallen() => letGoAt < 0 ? 1 : Raised(1 - ((sample - letGoAt) / (ReleaseSeconds * rate)));

    private static double Raised(double share) =>
        share >= 1 ? 1
        : share <= 0 ? 0
        : 0.5 - (0.5 * Math.Cos(Math.PI * share));

    private double Noise()
    {
        bits ^= bits << 13;
        bits ^= bits >> 17;
        bits ^= bits << 5;
        return (bits / 2147483648.0) - 1;
    }
}
