namespace Lilt.Subspaces;

/// <summary>Moves an orthonormal basis step by step down a loss that depends on what it spans alone.</summary>
/// <remarks>
/// A step takes of the gradient only what turns the span (what lies within the span turns the basis in itself and changes nothing), does
/// Adam's step with it, number by number, and makes the rows orthonormal again; the running mean of the gradients is carried over to the
/// new span in the same way. The rate falls evenly to 0. Number by number it found more in as many steps than with one scale a direction or
/// one for all; since this makes a number with little slope move as far as one with much, the rate can be another for each number (a
/// diagonal preconditioner). Source: A. Edelman, T. A. Arias and S. T. Smith, The geometry of algorithms with orthogonality constraints, SIAM J. Matrix
/// Anal. Appl. 20(2), 1998, section 2.5 (the gradient on the Grassmann manifold); D. P. Kingma and J. Ba, Adam, ICLR 2015, algorithm 1.
/// </remarks>
internal sealed class BasisDescent
{
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.99;
    private const double Epsilon = 1e-12;
    private readonly int width;
    private readonly int steps;
    private readonly double[] rates;
    private readonly double[] mean;
    private readonly double[] square;
    private double firstPower = 1.0;
    private double secondPower = 1.0;
    private int step;

    /// <param name="basis">[K, N], orthonormal rows; changed from here on by <see cref="Step"/>.</param>
    /// <param name="width">N.</param>
    /// <param name="steps">How many steps there will be.</param>
    /// <param name="rates">[N]: how far the first step moves each number of a direction, about.</param>
    public BasisDescent(double[] basis, int width, int steps, double[] rates)
    {
        Basis = basis;
        this.width = width;
        this.steps = steps;
        this.rates = rates;
        mean = new double[basis.Length];
        square = new double[basis.Length];
    }

    /// <summary>[K, N], orthonormal rows.</summary>
    public double[] Basis { get; }

    /// <summary>One step.</summary>
    /// <param name="gradient">[K, N]: the loss's gradient with respect to the basis; what lies within the span is taken out of it.</param>
    public void Step(double[] gradient)
    {
        TakeOutSpan(gradient);
        firstPower *= FirstDecay;
        secondPower *= SecondDecay;
        double now = (double)(steps - step) / steps;
        step++;
        for (int n = 0; n < gradient.Length; n++)
        {
            mean[n] = (FirstDecay * mean[n]) + ((1.0 - FirstDecay) * gradient[n]);
            square[n] = (SecondDecay * square[n]) + ((1.0 - SecondDecay) * gradient[n] * gradient[n]);
            double root = Math.Sqrt(square[n] / (1.0 - secondPower)) + Epsilon;
            Basis[n] -= now * rates[n % width] * (mean[n] / (1.0 - firstPower)) / root;
        }

        RowArithmetic.Orthonormalise(Basis, width);
        TakeOutSpan(mean);
    }

    /// <summary>rows −= (rows · basisᵀ) basis.</summary>
    private void TakeOutSpan(double[] rows)
    {
        int directions = Basis.Length / width;
        for (int row = 0; row < directions; row++)
        {
            Span<double> values = RowArithmetic.Row(rows, row, width);
            for (int direction = 0; direction < directions; direction++)
            {
                Span<double> of = RowArithmetic.Row(Basis, direction, width);
                RowArithmetic.Add(values, of, -RowArithmetic.Product(values, of));
            }
        }
    }
}
