namespace Lilt.Spectra;

/// <summary>
/// The windows of one length that hold the most of their power within a half bandwidth, each orthogonal to the others: discrete prolate
/// spheroidal sequences.
/// </summary>
/// <remarks>
/// The eigenvectors of a symmetric tridiagonal matrix with the largest eigenvalues, found by bisection (Sturm's count of signs) and inverse
/// iteration. Each has norm 1; the sign is such that an even one has a positive sum, and an odd one begins positively. Immutable. Source:
/// D. Slepian, "Prolate spheroidal wave functions, Fourier analysis, and uncertainty V", Bell Syst. Tech. J. 57(5), 1978, equation 14; D.
/// B. Percival and A. T. Walden, Spectral Analysis for Physical Applications, Cambridge (1993), section 8.3.
/// </remarks>
public sealed class SlepianTapers
{
    // In place of a pivot of nothing; elements are of the order of N².
    private const double Smallest = 1e-100;

    private readonly double[][] tapers;

    /// <param name="length">N, over twice <paramref name="timeHalfBandwidth"/>.</param>
    /// <param name="timeHalfBandwidth">NW: the half bandwidth W in cycles a step, times N.</param>
    /// <param name="count">K, at least 1; no more than 2NW − 1 hold nearly all of their power within W.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public SlepianTapers(int length, double timeHalfBandwidth, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(timeHalfBandwidth);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, 2 * timeHalfBandwidth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, length);
        Length = length;
        HalfBandwidth = timeHalfBandwidth / length;
        double[] diagonal = new double[length];
        double[] beside = new double[length];
        double cosine = Math.Cos(2 * Math.PI * HalfBandwidth);
        for (int n = 0; n < length; n++)
        {
            double middle = (length - 1 - (2 * n)) / 2.0;
            diagonal[n] = middle * middle * cosine;
            beside[n] = n * (length - (double)n) / 2;
        }

        tapers = new double[count][];
        for (int taper = 0; taper < count; taper++)
        {
            double[] vector = Eigenvector(diagonal, beside, Eigenvalue(diagonal, beside, taper), taper);
            double sign = taper % 2 == 0 ? vector.Sum() : vector[..(length / 2)].Sum();
            tapers[taper] = sign < 0 ? [.. vector.Select(value => -value)] : vector;
        }
    }

    /// <summary>N.</summary>
    public int Length { get; }

    /// <summary>W in cycles a step.</summary>
    public double HalfBandwidth { get; }

    /// <summary>K.</summary>
    public int Count => tapers.Length;

    /// <summary>A taper, [N]; the one with the most power within W first.</summary>
    public ReadOnlySpan<double> this[int taper] => tapers[taper];

    // The eigenvalue that so many others are larger than, to the last bits.
    private static double Eigenvalue(double[] diagonal, double[] beside, int rank)
    {
        // Gershgorin's circles hold all of them.
        double low = double.MaxValue;
        double high = double.MinValue;
        for (int n = 0; n < diagonal.Length; n++)
        {
            double reach = beside[n] + (n + 1 < diagonal.Length ? beside[n + 1] : 0);
            low = Math.Min(low, diagonal[n] - reach);
            high = Math.Max(high, diagonal[n] + reach);
        }

        while (true)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            if (Above(diagonal, beside, middle) > rank)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }

    // How many eigenvalues are over a number: those pivots of the shifted matrix that are positive.
    private static int Above(double[] diagonal, double[] beside, double of)
    {
        int above = 0;
        double pivot = 1;
        for (int n = 0; n < diagonal.Length; n++)
        {
            pivot = diagonal[n] - of - (n > 0 ? beside[n] * beside[n] / pivot : 0);
            if (pivot == 0)
            {
                pivot = Smallest;
            }

            above += pivot > 0 ? 1 : 0;
        }

        return above;
    }

    // Inverse iteration from a vector of the taper's own symmetry, Gauss's elimination with rows exchanged.
    private static double[] Eigenvector(double[] diagonal, double[] beside, double value, int taper)
    {
        const int Iterations = 4;
        int length = diagonal.Length;
        double[] vector = [.. Enumerable.Range(0, length).Select(n => Math.Sin(Math.PI * (taper + 1) * (n + 1) / (length + 1)))];
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            Solve(diagonal, beside, value, vector);
            double norm = Math.Sqrt(vector.Sum(element => element * element));
            for (int n = 0; n < length; n++)
            {
                vector[n] /= norm;
            }
        }

        return vector;
    }

    private static void Solve(double[] diagonal, double[] beside, double shift, double[] right)
    {
        int length = diagonal.Length;
        double[] pivots = new double[length];
        double[] first = new double[length];
        double[] second = new double[length];
        double at = diagonal[0] - shift;
        double next = length > 1 ? beside[1] : 0;
        for (int n = 0; n + 1 < length; n++)
        {
            double below = beside[n + 1];
            double belowAt = diagonal[n + 1] - shift;
            double belowNext = n + 2 < length ? beside[n + 2] : 0;
            if (Math.Abs(at) >= Math.Abs(below))
            {
                (pivots[n], first[n], second[n]) = (at, next, 0);
                double factor = below / at;
                right[n + 1] -= factor * right[n];
                (at, next) = (belowAt - (factor * next), belowNext);
            }
            else
            {
                (pivots[n], first[n], second[n]) = (below, belowAt, belowNext);
                double factor = at / below;
                (right[n], right[n + 1]) = (right[n + 1], right[n] - (factor * right[n + 1]));
                (at, next) = (next - (factor * belowAt), -factor * belowNext);
            }
        }

        // The shift is an eigenvalue to the last bits, so this may be nothing; what it is divided by is normed away.
        pivots[length - 1] = at == 0 ? Smallest : at;
        for (int n = length - 1; n >= 0; n--)
        {
            double sum = right[n] - (n + 1 < length ? first[n] * right[n + 1] : 0) - (n + 2 < length ? second[n] * right[n + 2] : 0);
            right[n] = sum / pivots[n];
        }
    }
}
