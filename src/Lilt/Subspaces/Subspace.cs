using System.Globalization;

namespace Lilt.Subspaces;

/// <summary>Some directions of a layer's state (c, h): orthogonal, each of length 1. Immutable.</summary>
/// <remarks>
/// An interchange along it gives the target x the donor's y there and nowhere else: x + Rᵀ R (y − x), R [K, 2H] the directions. Source: A.
/// Geiger et al., Finding alignments between interpretable causal variables and distributed neural representations, arXiv:2303.02536
/// (distributed interchange interventions).
/// </remarks>
public sealed class Subspace
{
    /// <summary>How far a product of two directions may be from 0, or of one with itself from 1: float32 that was rounded, no
    /// more.</summary>
    private const double Tolerance = 1e-4;

    private readonly float[] basis;
    private readonly double[] wide;

    /// <param name="basis">[K, 2H], row-major: K directions, c before h. Copied.</param>
    /// <param name="width">2H.</param>
    /// <exception cref="ArgumentException">There is no direction, or they are not orthonormal.</exception>
    public Subspace(ReadOnlySpan<float> basis, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        if (basis.IsEmpty || basis.Length % width != 0 || basis.Length / width > width)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{basis.Length} numbers are no basis: a direction has {width}, and there are 1 to {width} directions."
                ),
                nameof(basis)
            );
        }

        this.basis = basis.ToArray();
        wide = Array.ConvertAll(this.basis, static value => (double)value);
        Width = width;
        for (int left = 0; left < Directions; left++)
        {
            for (int right = 0; right <= left; right++)
            {
                double product = RowArithmetic.Product(RowArithmetic.Row(wide, left, width), RowArithmetic.Row(wide, right, width));
                if (!(Math.Abs(product - (left == right ? 1.0 : 0.0)) <= Tolerance))
                {
                    throw new ArgumentException(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Directions {right} and {left} are not orthonormal: their product is {product:G4}. Make the rows orthonormal first."
                        ),
                        nameof(basis)
                    );
                }
            }
        }
    }

    /// <summary>K, at least 1.</summary>
    public int Directions => basis.Length / Width;

    /// <summary>2H, the numbers of a state.</summary>
    public int Width { get; }

    /// <summary>The directions, [K, 2H], row-major.</summary>
    public ReadOnlyMemory<float> Basis => basis;

    /// <summary>The first directions of it.</summary>
    /// <param name="directions">1 to K.</param>
    public Subspace First(int directions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(directions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(directions, Directions);
        return new Subspace(basis.AsSpan(0, directions * Width), Width);
    }

    /// <summary>Where a state stands along the directions.</summary>
    /// <param name="state">(c, h) of the layer, [2H].</param>
    /// <returns>[K], in the state's own unit.</returns>
    public double[] Coordinates(ReadOnlySpan<float> state)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(state.Length, Width);
        double[] along = new double[Directions];
        double[] values = new double[Width];
        for (int n = 0; n < Width; n++)
        {
            values[n] = state[n];
        }

        for (int direction = 0; direction < along.Length; direction++)
        {
            along[direction] = RowArithmetic.Product(RowArithmetic.Row(wide, direction, Width), values);
        }

        return along;
    }

    /// <summary>The target's state with the donor's along the directions.</summary>
    /// <param name="target">(c, h) of the layer, [2H].</param>
    /// <param name="donor">The same, [2H].</param>
    /// <param name="destination">[2H]; may be the target.</param>
    public void Swap(ReadOnlySpan<float> target, ReadOnlySpan<float> donor, Span<float> destination) =>
        Apply(target, Movement(target, donor), 1.0, destination);

    /// <summary>
    /// The same, with the movement made as long as is said: a control of the same dimension and length. Where the two states do not differ
    /// along the directions, there is none to lengthen and the target stays as it is.
    /// </summary>
    /// <param name="target">(c, h) of the layer, [2H].</param>
    /// <param name="donor">The same, [2H].</param>
    /// <param name="length">At least 0, as <see cref="Distance"/> gives it.</param>
    /// <param name="destination">[2H]; may be the target.</param>
    public void Swap(ReadOnlySpan<float> target, ReadOnlySpan<float> donor, double length, Span<float> destination)
    {
        if (!(length >= 0) || !double.IsFinite(length))
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "A length is 0 or more.");
        }

        double[] movement = Movement(target, donor);
        double own = Math.Sqrt(RowArithmetic.Product(movement, movement));
        Apply(target, movement, own > 0 ? length / own : 0.0, destination);
    }

    /// <summary>How far an interchange moves the target: the length of Rᵀ R (y − x).</summary>
    /// <param name="target">(c, h) of the layer, [2H].</param>
    /// <param name="donor">The same, [2H].</param>
    public double Distance(ReadOnlySpan<float> target, ReadOnlySpan<float> donor)
    {
        double[] movement = Movement(target, donor);
        return Math.Sqrt(RowArithmetic.Product(movement, movement));
    }

    private double[] Movement(ReadOnlySpan<float> target, ReadOnlySpan<float> donor)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(target.Length, Width);
        ArgumentOutOfRangeException.ThrowIfNotEqual(donor.Length, Width);
        double[] difference = new double[Width];
        for (int n = 0; n < Width; n++)
        {
            difference[n] = (double)donor[n] - target[n];
        }

        double[] movement = new double[Width];
        for (int direction = 0; direction < Directions; direction++)
        {
            Span<double> row = RowArithmetic.Row(wide, direction, Width);
            RowArithmetic.Add(movement, row, RowArithmetic.Product(row, difference));
        }

        return movement;
    }

    private void Apply(ReadOnlySpan<float> target, double[] movement, double factor, Span<float> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Length, Width);
        for (int n = 0; n < Width; n++)
        {
            destination[n] = (float)(target[n] + (factor * movement[n]));
        }
    }
}
