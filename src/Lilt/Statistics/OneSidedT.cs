using MathNet.Numerics.Distributions;

namespace Lilt.Statistics;

/// <summary>Student's test of whether the mean of independent values is over 0.</summary>
/// <remarks>Source: Student, "The probable error of a mean", Biometrika 6(1), 1908.</remarks>
/// <param name="Mean">The values' mean.</param>
/// <param name="P">The chance of a t at least as large if the mean were 0; 1 where the values don't differ and their mean is not over 0, 0
/// where it is.</param>
/// <param name="Count">How many values there are.</param>
public readonly record struct OneSidedT(double Mean, double P, int Count)
{
    /// <summary>Tests some values.</summary>
    /// <param name="values">Those that are no numbers are left out.</param>
    /// <returns>Mean and P are no numbers with fewer than two values.</returns>
    public static OneSidedT Of(ReadOnlySpan<double> values)
    {
        int count = 0;
        double sum = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }

        if (count < 2)
        {
            return new OneSidedT(double.NaN, double.NaN, count);
        }

        double mean = sum / count;
        double squares = 0;
        foreach (double value in values)
        {
            squares += double.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        }

        double error = Math.Sqrt(squares / (count - 1) / count);
        double p =
            error > 0 ? StudentT.CDF(0, 1, count - 1, -mean / error)
            : mean > 0 ? 0
            : 1;
        return new OneSidedT(mean, p, count);
    }
}
