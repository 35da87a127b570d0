namespace Lilt.Network.Kernels;

/// <summary>One matrix [K, N] of a network in the forms in which products read it, each made when it is first asked for.</summary>
/// <param name="rows">K.</param>
/// <param name="columns">N.</param>
/// <param name="parts">The weights, each [K, columns of the part], side by side from a column on.</param>
internal sealed class ProductMatrix(int rows, int columns, IReadOnlyList<(float[] Weights, int Columns, int Column)> parts)
{
    private readonly Lazy<PackedMatrix> packed = new(() =>
    {
        PackedMatrix matrix = new(rows, columns);
        foreach ((float[] weights, int width, int column) in parts)
        {
            matrix.Fill(weights, rows, width, 0, column);
        }

        return matrix;
    });

    private readonly Lazy<NarrowMatrix?> narrow = new(() =>
    {
        if (NarrowMatrix.ShiftFor(parts.Select(part => part.Weights)) is not int shift)
        {
            return null;
        }

        NarrowMatrix matrix = new(rows, columns, shift);
        foreach ((float[] weights, int width, int column) in parts)
        {
            matrix.Fill(weights, width, column);
        }

        return matrix;
    });

    /// <summary>N rounded up to whole panels.</summary>
    public int PaddedColumns { get; } = PackedMatrix.RoundUp(columns);

    /// <summary>For many rows at once.</summary>
    public PackedMatrix Packed => packed.Value;

    /// <summary>For one row at a time; null where the weights need more than sixteen bits.</summary>
    public NarrowMatrix? Narrow => narrow.Value;
}
