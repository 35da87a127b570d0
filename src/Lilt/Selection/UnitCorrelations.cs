using System.Numerics;
using System.Runtime.InteropServices;
using Lilt.Spectra;

namespace Lilt.Selection;

/// <summary>Pearson's correlation over steps between units: of one set, or of two sets over the same steps.</summary>
internal sealed class UnitCorrelations
{
    // The mean of equal values misses them by its rounding; what is left of such a unit, relative to its size, is no movement.
    private const double Rounding = 1e-14;

    private readonly double[] standardised;
    private readonly bool[] moves;
    private readonly int steps;

    /// <param name="sequences">[T, U].</param>
    public UnitCorrelations(UnitSequences sequences)
    {
        steps = sequences.Steps;
        standardised = new double[sequences.Units * steps];
        moves = new bool[sequences.Units];
        for (int unit = 0; unit < moves.Length; unit++)
        {
            Span<double> row = standardised.AsSpan(unit * steps, steps);
            sequences.CopyUnit(unit, row);
            moves[unit] = Standardise(row);
        }
    }

    /// <summary>U.</summary>
    public int Units => moves.Length;

    /// <summary>Whether a unit has more than one value.</summary>
    public bool Moves(int unit) => moves[unit];

    /// <summary>r of two units, −1 to 1; 0 with one that never moves.</summary>
    public double Between(int one, int other) => With(one, this, other);

    /// <summary>r of a unit and one of another set, −1 to 1; 0 with one that never moves.</summary>
    /// <param name="one">The unit, from 0.</param>
    /// <param name="others">The other set, over as many steps.</param>
    /// <param name="other">Its unit, from 0.</param>
    public double With(int one, UnitCorrelations others, int other)
    {
        ReadOnlySpan<double> a = standardised.AsSpan(one * steps, steps);
        ReadOnlySpan<double> b = others.standardised.AsSpan(other * steps, steps);
        ReadOnlySpan<Vector<double>> wideA = MemoryMarshal.Cast<double, Vector<double>>(a);
        ReadOnlySpan<Vector<double>> wideB = MemoryMarshal.Cast<double, Vector<double>>(b);
        Vector<double> sums = Vector<double>.Zero;
        for (int index = 0; index < wideA.Length; index++)
        {
            sums += wideA[index] * wideB[index];
        }

        double sum = Vector.Sum(sums);
        for (int step = wideA.Length * Vector<double>.Count; step < steps; step++)
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
