namespace Lilt.Studies;

/// <summary>
/// A matrix at 8 bits for a heat map: lowest + byte · (highest − lowest) / 254 for bytes 0 to 254, values outside clamped to the ends; 255
/// is a cell without a value. A signed scale has lowest = −highest, so that byte 127 is 0 exactly.
/// </summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Lowest">The value of byte 0.</param>
/// <param name="Highest">The value of byte 254.</param>
/// <param name="Bytes">Row by row, rows · columns of them; in JSON base64 (RFC 4648 §4, padded).</param>
/// <param name="Full">Where the full numbers stand in the study's folder, as <c>recording.npz: h[:, 0, :]</c>; null where nowhere
/// else.</param>
public sealed record Matrix8(int Rows, int Columns, double Lowest, double Highest, byte[] Bytes, string? Full)
{
    private const int Levels = 254;

    /// <summary>Reduces a matrix; values outside the range are clamped to its ends, and a cell that is no number has none.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="lowest">The value of byte 0.</param>
    /// <param name="highest">The value of byte 254, over <paramref name="lowest"/>.</param>
    /// <param name="value">The value at a row and a column.</param>
    /// <param name="full">Where the full numbers stand.</param>
    public static Matrix8 Of(int rows, int columns, double lowest, double highest, Func<int, int, double> value, string? full)
    {
        ArgumentNullException.ThrowIfNull(value);
        byte[] bytes = new byte[rows * columns];
        double scale = Levels / (highest - lowest);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double at = value(row, column);
                bytes[(row * columns) + column] = double.IsNaN(at)
                    ? byte.MaxValue
                    : (byte)Math.Round(Math.Clamp((at - lowest) * scale, 0, Levels));
            }
        }

        return new Matrix8(rows, columns, lowest, highest, bytes, full);
    }

    /// <summary>The end of a signed scale that holds a magnitude; 1 where there is none to hold.</summary>
    public static double End(double magnitude) => magnitude > 0 ? magnitude : 1;
}
