using System.Runtime.Intrinsics;

namespace Lilt.Statistics;

/// <summary>Pearson's correlation between sequences of one length, each standardised once.</summary>
/// <remarks>
/// Sums run over four lanes, value t in lane t mod 4, on every machine.
/// Source: K. Pearson, "Note on regression and inheritance in the case of two parents", Proc. R. Soc. London 58 (1895).
/// </remarks>
public sealed class Correlations
{
    // The mean of equal values misses them by its rounding; what is left of such a sequence, relative to its size, is no movement.
    private const double Rounding = 1e-14;

    private readonly double[] standardised;
    private readonly bool[] moves;
    private readonly int length;

    /// <param name="sequences">[n][T].</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Correlations(IReadOnlyList<double[]> sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        length = sequences.Count > 0 ? sequences[0].Length : 0;
        standardised = new double[checked(sequences.Count * length)];
        moves = new bool[sequences.Count];
        for (int number = 0; number < moves.Length; number++)
        {
            if (sequences[number].Length != length)
            {
                throw new ArgumentException($"{sequences[number].Length} values beside {length}.", nameof(sequences));
            }

            Span<double> row = standardised.AsSpan(number * length, length);
            sequences[number].CopyTo(row);
            moves[number] = Standardise(row);
        }
    }

    /// <summary>n.</summary>
    public int Count => moves.Length;

    /// <summary>r of two sequences, −1 to 1; 0 where one does not vary.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Of(double[] one, double[] other) => new Correlations([one, other]).Between(0, 1);

    /// <summary>Whether a sequence has more than one value.</summary>
    public bool Moves(int number) => moves[number];

    /// <summary>r of two sequences, −1 to 1; 0 with one that never moves.</summary>
    public double Between(int one, int other) => With(one, this, other);

    /// <summary>r of a sequence and one of another set, −1 to 1; 0 with one that never moves.</summary>
    /// <param name="one">The sequence, from 0.</param>
    /// <param name="others">The other set, of sequences of the same length.</param>
    /// <param name="other">Its sequence, from 0.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public double With(int one, Correlations others, int other)
    {
        ArgumentNullException.ThrowIfNull(others);
        if (others.length != length)
        {
            throw new ArgumentException($"{others.length} values beside {length}.", nameof(others));
        }

        ReadOnlySpan<double> a = standardised.AsSpan(one * length, length);
        ReadOnlySpan<double> b = others.standardised.AsSpan(other * length, length);
        Vector256<double> lanes = Vector256<double>.Zero;
        int step = 0;
        for (; step <= length - Vector256<double>.Count; step += Vector256<double>.Count)
        {
            lanes += Vector256.Create(a[step..]) * Vector256.Create(b[step..]);
        }

        double sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
        for (; step < length; step++)
        {
            sum += a[step] * b[step];
        }

        return Math.Clamp(sum, -1, 1);
    }

    private static bool Standardise(Span<double> row)
    {
        double mean = 0;
        foreach (double value in row)
        {
            mean += value / row.Length;
        }

        double squares = 0;
        foreach (double value in row)
        {
            squares += (value - mean) * (value - mean);
        }

        double noise = Rounding * Math.Abs(mean);
        bool moves = squares > row.Length * noise * noise;
        double scale = moves ? 1 / Math.Sqrt(squares) : 0;
        for (int step = 0; step < row.Length; step++)
        {
            row[step] = (row[step] - mean) * scale;
        }

        return moves;
    }
}
