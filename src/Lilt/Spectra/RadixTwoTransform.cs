using System.Numerics;
using System.Runtime.InteropServices;

namespace Lilt.Spectra;

/// <summary>The Fourier transform of 2^k complex points for many sequences of one length: MathNet's, to the bit, its sines taken once.</summary>
/// <remarks>
/// MathNet takes a sine and a cosine for every point of every transform, which is most of its time at the lengths of tunes. Here they stand in a table, and the
/// lanes of a vector run across butterflies, so each is the same operations in the same order. Nothing is scaled. Immutable.
/// Source: J. W. Cooley and J. W. Tukey, "An algorithm for the machine calculation of complex Fourier series", Math. Comput. 19 (1965).
/// </remarks>
internal sealed class RadixTwoTransform
{
    // Where each point's value comes from: the place with its bits turned round.
    private readonly int[] reversed;

    // [M]: e^(−πik/L) of the level of L butterflies a group at L + k.
    private readonly double[] cosines;
    private readonly double[] sines;

    /// <param name="points">M, a power of two.</param>
    public RadixTwoTransform(int points)
    {
        reversed = new int[points];
        cosines = new double[points];
        sines = new double[points];
        for (int point = 1; point < points; point++)
        {
            reversed[point] = (reversed[point / 2] / 2) + (point % 2 * (points / 2));
        }

        for (int level = 1; level < points; level *= 2)
        {
            for (int k = 0; k < level; k++)
            {
                double angle = -k * Math.PI / level;
                cosines[level + k] = Math.Cos(angle);
                sines[level + k] = Math.Sin(angle);
            }
        }
    }

    /// <summary>Transforms in place.</summary>
    /// <param name="real">[M].</param>
    /// <param name="imaginary">[M].</param>
    public void Forward(Span<double> real, Span<double> imaginary)
    {
        for (int point = 0; point < reversed.Length; point++)
        {
            int other = reversed[point];
            if (point < other)
            {
                (real[point], real[other]) = (real[other], real[point]);
                (imaginary[point], imaginary[other]) = (imaginary[other], imaginary[point]);
            }
        }

        int level = 1;
        for (; level < Vector<double>.Count && level < reversed.Length; level *= 2)
        {
            Combine(real, imaginary, level);
        }

        Span<Vector<double>> reals = MemoryMarshal.Cast<double, Vector<double>>(real);
        Span<Vector<double>> imaginaries = MemoryMarshal.Cast<double, Vector<double>>(imaginary);
        for (; level < reversed.Length; level *= 2)
        {
            Combine(reals, imaginaries, level / Vector<double>.Count);
        }
    }

    private void Combine(Span<double> real, Span<double> imaginary, int level)
    {
        for (int first = 0; first < real.Length; first += 2 * level)
        {
            for (int k = 0; k < level; k++)
            {
                int one = first + k;
                int other = one + level;
                double turnedReal = (cosines[level + k] * real[other]) - (sines[level + k] * imaginary[other]);
                double turnedImaginary = (sines[level + k] * real[other]) + (cosines[level + k] * imaginary[other]);
                (real[one], real[other]) = (real[one] + turnedReal, real[one] - turnedReal);
                (imaginary[one], imaginary[other]) = (imaginary[one] + turnedImaginary, imaginary[one] - turnedImaginary);
            }
        }
    }

    /// <param name="real">Whole vectors.</param>
    /// <param name="imaginary">As many.</param>
    /// <param name="level">Vectors of butterflies a group.</param>
    private void Combine(Span<Vector<double>> real, Span<Vector<double>> imaginary, int level)
    {
        ReadOnlySpan<Vector<double>> cosine = MemoryMarshal.Cast<double, Vector<double>>(cosines).Slice(level, level);
        ReadOnlySpan<Vector<double>> sine = MemoryMarshal.Cast<double, Vector<double>>(sines).Slice(level, level);
        for (int first = 0; first < real.Length; first += 2 * level)
        {
            Span<Vector<double>> oneReal = real.Slice(first, level);
            Span<Vector<double>> oneImaginary = imaginary.Slice(first, level);
            Span<Vector<double>> otherReal = real.Slice(first + level, level);
            Span<Vector<double>> otherImaginary = imaginary.Slice(first + level, level);
            for (int k = 0; k < cosine.Length; k++)
            {
                Vector<double> turnedReal = (cosine[k] * otherReal[k]) - (sine[k] * otherImaginary[k]);
                Vector<double> turnedImaginary = (sine[k] * otherReal[k]) + (cosine[k] * otherImaginary[k]);
                otherReal[k] = oneReal[k] - turnedReal;
                otherImaginary[k] = oneImaginary[k] - turnedImaginary;
                oneReal[k] += turnedReal;
                oneImaginary[k] += turnedImaginary;
            }
        }
    }
}
