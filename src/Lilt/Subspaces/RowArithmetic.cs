using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lilt.Subspaces;

/// <summary>Products and sums of rows in double precision, with the same bits on every machine.</summary>
internal static class RowArithmetic
{
    /// <summary>A row that keeps less than this share of its length is a mixture of those before it.</summary>
    private const double LeastShare = 1e-9;

    /// <summary>
    /// Σ left · right: eight sums, the n-th over the values n, n + 8, …, each product rounded and then added, and these added in order;
    /// what eight leave over comes last.
    /// </summary>
    public static double Product(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, left.Length);
        ReadOnlySpan<Vector512<double>> leftVectors = MemoryMarshal.Cast<double, Vector512<double>>(left);
        ReadOnlySpan<Vector512<double>> rightVectors = MemoryMarshal.Cast<double, Vector512<double>>(right);
        Vector512<double> sums = Vector512<double>.Zero;
        for (int n = 0; n < leftVectors.Length; n++)
        {
            sums += leftVectors[n] * rightVectors[n];
        }

        double sum = 0.0;
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
        {
            sum += sums[lane];
        }

        for (int n = leftVectors.Length * Vector512<double>.Count; n < left.Length; n++)
        {
            sum += left[n] * right[n];
        }

        return sum;
    }

    /// <summary>row += factor · other, each product rounded and then added.</summary>
    public static void Add(Span<double> row, ReadOnlySpan<double> other, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Length, row.Length);
        Span<Vector512<double>> rowVectors = MemoryMarshal.Cast<double, Vector512<double>>(row);
        ReadOnlySpan<Vector512<double>> otherVectors = MemoryMarshal.Cast<double, Vector512<double>>(other);
        for (int n = 0; n < rowVectors.Length; n++)
        {
            rowVectors[n] += factor * otherVectors[n];
        }

        for (int n = rowVectors.Length * Vector512<double>.Count; n < row.Length; n++)
        {
            row[n] += factor * other[n];
        }
    }

    /// <summary>
    /// Changes rows in place to an orthonormal basis of what they span, one by one (Gram and Schmidt): the n-th becomes the part of the
    /// n-th that the rows before it don't have.
    /// </summary>
    /// <param name="rows">[K, N], row-major.</param>
    /// <param name="width">N, at least K.</param>
    /// <returns>Whether they are independent; if not, the rows hold nothing of use.</returns>
    public static bool Orthonormalise(double[] rows, int width)
    {
        for (int n = 0; n < rows.Length / width; n++)
        {
            Span<double> row = Row(rows, n, width);
            double before = Math.Sqrt(Product(row, row));

            // Twice: what rounding leaves of the earlier directions after the first time, the second takes away.
            for (int turn = 0; turn < 2; turn++)
            {
                for (int earlier = 0; earlier < n; earlier++)
                {
                    Add(row, Row(rows, earlier, width), -Product(row, Row(rows, earlier, width)));
                }
            }

            double length = Math.Sqrt(Product(row, row));
            if (!(length > LeastShare * before))
            {
                return false;
            }

            foreach (ref double value in row)
            {
                value /= length;
            }
        }

        return true;
    }

    /// <summary>A row of [K, N].</summary>
    public static Span<double> Row(double[] rows, int row, int width) => rows.AsSpan(row * width, width);
}
