using System.Numerics;
using System.Runtime.InteropServices;

namespace Lilt.Spectra;

/// <summary>How much more power units have at one frequency than at its neighbours: 0 for any smooth spectrum, white or not.</summary>
/// <remarks>
/// <para>
/// The power at a frequency is the mean over <see cref="Tapers"/> Slepian tapers of NW = <see cref="TimeHalfBandwidth"/>, each unit's mean
/// taken off first. The excess at f is ln S(f) − [4 (ln S(f − 2W) + ln S(f + 2W)) − (ln S(f − 4W) + ln S(f + 4W))] / 6: neighbours far
/// enough away to share no power with f, so weighed that a parabola of ln S falls out. So is what the logarithm of an estimate is too low
/// by, the same at all five.
/// </para>
/// <para>Source: D. J. Thomson, "Spectrum estimation and harmonic analysis", Proc. IEEE 70(9), 1982; the weights are those of the central
/// difference of fourth order.</para>
/// </remarks>
public sealed class PowerExcess
{
    /// <summary>NW.</summary>
    public const double TimeHalfBandwidth = 2;

    /// <summary>K = 2NW − 1.</summary>
    public const int Tapers = 3;

    // What lies farthest from the frequency, in W, and the half bandwidth about it.
    private const int Farthest = 4;

    // Of f, f − 2W, f + 2W, f − 4W and f + 4W.
    private static readonly double[] Offsets = [0, -2, 2, -Farthest, Farthest];
    private static readonly double[] Weights = [1, -4 / 6.0, -4 / 6.0, 1 / 6.0, 1 / 6.0];

    // As many sums as stay in registers.
    private const int BlockVectors = 4;

    private static readonly int Block = BlockVectors * Vector<float>.Count;

    private readonly double[] units;

    private PowerExcess(double[] units, double mean)
    {
        this.units = units;
        Mean = mean;
    }

    /// <summary>[U] The excess of each unit's power, a natural logarithm; not a number where the unit doesn't move.</summary>
    public ReadOnlySpan<double> Units => units;

    /// <summary>
    /// The excess of the mean over units of the magnitude, the root of the power, as the logarithm of its square; not a number where no
    /// unit moves.
    /// </summary>
    public double Mean { get; }

    /// <summary>Whether a sequence is long enough for all neighbours to be clear of frequency 0 and of the highest.</summary>
    public static bool Reaches(int steps, double frequency) =>
        (Farthest + 1) * TimeHalfBandwidth / steps < Math.Min(frequency, 0.5 - frequency);

    /// <summary>Finds the excess of every unit at a frequency.</summary>
    /// <param name="sequences">The units.</param>
    /// <param name="first">The first step that counts.</param>
    /// <param name="tapers">Of <see cref="TimeHalfBandwidth"/> and <see cref="Tapers"/>; their length is how many steps count.</param>
    /// <param name="frequency">Cycles a step.</param>
    /// <exception cref="ArgumentException">The steps are not there, or too few (<see cref="Reaches"/>).</exception>
    public static PowerExcess At(UnitSequences sequences, int first, SlepianTapers tapers, double frequency)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentNullException.ThrowIfNull(tapers);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        if (first + tapers.Length > sequences.Steps)
        {
            throw new ArgumentException($"{tapers.Length} steps from step {first} on are wanted of {sequences.Steps}.", nameof(tapers));
        }

        if (!Reaches(tapers.Length, frequency))
        {
            throw new ArgumentException(
                $"{tapers.Length} steps are too few to tell the frequency {frequency} from its neighbours.",
                nameof(tapers)
            );
        }

        float[] waves = Waves(tapers, frequency);
        double[] powers = new double[Offsets.Length * sequences.Units];
        float[] values = new float[tapers.Length * Block];
        for (int begin = 0; begin < sequences.Units; begin += Block)
        {
            Add(sequences, first, tapers, waves, begin, Math.Min(Block, sequences.Units - begin), values, powers);
        }

        return Of(powers, sequences.Units);
    }

    private static PowerExcess Of(double[] powers, int units)
    {
        double[] excess = new double[units];
        double[] magnitudes = new double[Offsets.Length];
        for (int unit = 0; unit < units; unit++)
        {
            for (int place = 0; place < Offsets.Length; place++)
            {
                double power = powers[(place * units) + unit];
                excess[unit] += Weights[place] * Math.Log(power);
                magnitudes[place] += double.IsNaN(power) ? 0 : Math.Sqrt(power);
            }
        }

        double mean = 0;
        for (int place = 0; place < Offsets.Length; place++)
        {
            mean += magnitudes[place] > 0 ? 2 * Weights[place] * Math.Log(magnitudes[place]) : double.NaN;
        }

        return new PowerExcess(excess, mean);
    }

    // [frequencies, tapers, cosine and sine, N]
    private static float[] Waves(SlepianTapers tapers, double frequency)
    {
        float[] waves = new float[Offsets.Length * tapers.Count * 2 * tapers.Length];
        int at = 0;
        foreach (double offset in Offsets)
        {
            double cycles = frequency + (offset * tapers.HalfBandwidth);
            for (int taper = 0; taper < tapers.Count; taper++)
            {
                ReadOnlySpan<double> values = tapers[taper];
                for (int step = 0; step < values.Length; step++)
                {
                    (double sine, double cosine) = Math.SinCos(2 * Math.PI * cycles * step);
                    waves[at + step] = (float)(values[step] * cosine);
                    waves[at + values.Length + step] = (float)(values[step] * sine);
                }

                at += 2 * values.Length;
            }
        }

        return waves;
    }

    // The sums of a block of units; the lanes run across units, so that each sum has one order on every machine.
    private static void Add(
        UnitSequences sequences,
        int first,
        SlepianTapers tapers,
        float[] waves,
        int begin,
        int count,
        float[] values,
        double[] powers
    )
    {
        int steps = tapers.Length;
        Span<bool> moves = stackalloc bool[count];
        Centre(sequences, first, steps, begin, values, moves);
        Span<Vector<float>> rows = MemoryMarshal.Cast<float, Vector<float>>(values.AsSpan());
        Span<float> found = stackalloc float[Block];
        for (int wave = 0; wave < waves.Length / steps; wave++)
        {
            ReadOnlySpan<float> weights = waves.AsSpan(wave * steps, steps);
            Vector<float> a = Vector<float>.Zero;
            Vector<float> b = Vector<float>.Zero;
            Vector<float> c = Vector<float>.Zero;
            Vector<float> d = Vector<float>.Zero;
            for (int step = 0; step < steps; step++)
            {
                Span<Vector<float>> row = rows.Slice(step * BlockVectors, BlockVectors);
                Vector<float> weight = new(weights[step]);
                a += weight * row[0];
                b += weight * row[1];
                c += weight * row[2];
                d += weight * row[3];
            }

            a.CopyTo(found);
            b.CopyTo(found[Vector<float>.Count..]);
            c.CopyTo(found[(2 * Vector<float>.Count)..]);
            d.CopyTo(found[(3 * Vector<float>.Count)..]);
            int place = wave / (2 * tapers.Count);
            for (int unit = 0; unit < count; unit++)
            {
                powers[(place * sequences.Units) + begin + unit] += moves[unit]
                    ? (double)found[unit] * found[unit] / tapers.Count
                    : double.NaN;
            }
        }
    }

    // Each unit less its mean, [steps, Block]; and whether it moves by more than what float32 rounds away.
    private static void Centre(UnitSequences sequences, int first, int steps, int begin, float[] values, Span<bool> moves)
    {
        const double Rounded = 1e-12;
        int count = moves.Length;
        Span<double> means = stackalloc double[count];
        Span<double> squares = stackalloc double[count];
        means.Clear();
        squares.Clear();
        for (int step = 0; step < steps; step++)
        {
            ReadOnlySpan<float> row = sequences.Step(first + step).Slice(begin, count);
            for (int unit = 0; unit < row.Length; unit++)
            {
                double value = row[unit];
                means[unit] += value;
                squares[unit] += value * value;
            }
        }

        for (int unit = 0; unit < count; unit++)
        {
            means[unit] /= steps;
            moves[unit] = (squares[unit] / steps) - (means[unit] * means[unit]) > Rounded * squares[unit] / steps;
        }

        for (int step = 0; step < steps; step++)
        {
            ReadOnlySpan<float> row = sequences.Step(first + step).Slice(begin, count);
            Span<float> centred = values.AsSpan(step * Block, count);
            for (int unit = 0; unit < row.Length; unit++)
            {
                centred[unit] = (float)(row[unit] - means[unit]);
            }
        }
    }
}
