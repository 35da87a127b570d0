using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Lilt.Subspaces;

/// <summary>The directions in which the mean states of some classes differ.</summary>
/// <remarks>
/// The singular directions of the class means less the mean of all states, each class weighed by its states: what part of the variance
/// between classes a direction holds orders them. C classes differ in C − 1 directions at most. Source: C. R. Rao, The utilization of
/// multiple measurements in problems of biological classification, J. R. Stat. Soc. B 10(2), 1948 (the between-class scatter, here not
/// divided by that within).
/// </remarks>
/// <param name="Subspace">The directions, the one with most of the variance between classes first; each one's largest number is positive.
/// </param>
/// <param name="Shares">[K]: the share of each direction in the variance between classes, 0 to 1, descending.</param>
public sealed record ClassMeanSubspace(Subspace Subspace, IReadOnlyList<double> Shares)
{
    /// <summary>Less of the variance than this is rounding.</summary>
    private const double LeastShare = 1e-10;

    /// <summary>Finds the directions.</summary>
    /// <param name="states">(c, h) of a layer, each [2H].</param>
    /// <param name="classes">Each state's class: for a clock the duration since the last measure token, in any unit.</param>
    /// <param name="most">At most so many directions; null for all that there are.</param>
    /// <exception cref="ArgumentException">There are fewer than two classes, or their means do not differ.</exception>
    public static ClassMeanSubspace Of(IReadOnlyList<ReadOnlyMemory<float>> states, IReadOnlyList<int> classes, int? most = null)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(classes.Count, states.Count, nameof(classes));
        if (most is int limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(most));
        }

        int[] known = [.. classes.Distinct().Order()];
        if (known.Length < 2)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"States of {known.Length} class: means can be compared from two on."),
                nameof(classes)
            );
        }

        int width = states[0].Length;
        double[] means = Means(states, classes, known, width);

        // The class means' inner products hold all: their eigenvectors say how to mix the means to directions.
        Matrix<double> products = Matrix<double>.Build.Dense(
            known.Length,
            known.Length,
            (row, column) => RowArithmetic.Product(RowArithmetic.Row(means, row, width), RowArithmetic.Row(means, column, width))
        );
        Evd<double> parts = products.Evd(Symmetricity.Symmetric);
        double[] values = [.. parts.EigenValues.Select(static value => Math.Max(value.Real, 0.0))];
        double all = values.Sum();
        int[] order =
        [
            .. Enumerable
                .Range(0, known.Length)
                .Where(part => values[part] > LeastShare * all)
                .OrderByDescending(part => values[part])
                .ThenBy(part => part)
                .Take(Math.Min(most ?? int.MaxValue, known.Length - 1)),
        ];
        if (order.Length == 0)
        {
            throw new ArgumentException("The means of the classes do not differ.", nameof(states));
        }

        double[] rows = new double[order.Length * width];
        for (int n = 0; n < order.Length; n++)
        {
            Span<double> row = RowArithmetic.Row(rows, n, width);
            for (int of = 0; of < known.Length; of++)
            {
                RowArithmetic.Add(row, RowArithmetic.Row(means, of, width), parts.EigenVectors[of, order[n]]);
            }
        }

        RowArithmetic.Orthonormalise(rows, width);
        TurnPositive(rows, width);
        return new ClassMeanSubspace(
            new Subspace(Array.ConvertAll(rows, static value => (float)value), width),
            [.. order.Select(part => values[part] / all)]
        );
    }

    /// <summary>The class means less the mean of all, each times the root of its states: [C, 2H].</summary>
    private static double[] Means(IReadOnlyList<ReadOnlyMemory<float>> states, IReadOnlyList<int> classes, int[] known, int width)
    {
        double[] means = new double[known.Length * width];
        double[] total = new double[width];
        double[] state = new double[width];
        int[] counts = new int[known.Length];
        for (int n = 0; n < states.Count; n++)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(states[n].Length, width, nameof(states));
            int of = Array.BinarySearch(known, classes[n]);
            counts[of]++;
            for (int value = 0; value < width; value++)
            {
                state[value] = states[n].Span[value];
            }

            RowArithmetic.Add(RowArithmetic.Row(means, of, width), state, 1.0);
            RowArithmetic.Add(total, state, 1.0);
        }

        for (int of = 0; of < known.Length; of++)
        {
            Span<double> mean = RowArithmetic.Row(means, of, width);
            for (int value = 0; value < width; value++)
            {
                mean[value] = Math.Sqrt(counts[of]) * ((mean[value] / counts[of]) - (total[value] / states.Count));
            }
        }

        return means;
    }

    private static void TurnPositive(double[] rows, int width)
    {
        for (int n = 0; n < rows.Length / width; n++)
        {
            Span<double> row = RowArithmetic.Row(rows, n, width);
            double largest = 0.0;
            foreach (double value in row)
            {
                largest = Math.Abs(value) > Math.Abs(largest) ? value : largest;
            }

            foreach (ref double value in row)
            {
                value = largest < 0 ? -value : value;
            }
        }
    }
}
