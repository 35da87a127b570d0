using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>
/// An orthonormal basis of a part of a state space: what is moved is moved within its span, and at right angles to it everything stays.
/// </summary>
internal sealed class Directions
{
    // float32 rows made by any QR or SVD keep within some 1e-6; a basis that is worse than this was not meant as one.
    private const double MostOff = 1e-3;

    private readonly SiteValues rows;

    /// <param name="rows">[K, W], each row a direction of length 1, at right angles to the others.</param>
    /// <exception cref="FormatException">They are none; the message says how far off.</exception>
    public Directions(SiteValues rows)
    {
        this.rows = rows;
        if (rows.Steps > rows.Width)
        {
            throw new FormatException(
                $"has {rows.Steps} directions of {rows.Width} values: there are no more directions at right angles than values."
            );
        }

        for (int one = 0; one < rows.Steps; one++)
        {
            for (int other = 0; other <= one; other++)
            {
                double product = Product(rows[one], rows[other]);
                if (!(Math.Abs(product - (one == other ? 1 : 0)) <= MostOff))
                {
                    throw new FormatException(
                        one == other
                            ? FormattableString.Invariant(
                                $"has direction {one} of length {Math.Sqrt(product):0.####}: directions have length 1."
                            )
                            : FormattableString.Invariant(
                                $"has directions {other} and {one} that are not at right angles (their product is {product:0.####})."
                            )
                    );
                }
            }
        }
    }

    /// <summary>W.</summary>
    public int Width => rows.Width;

    /// <summary>Moves values, within the span, to where others lie: x + Σ_k b_k (b_k · (y − x)). Sums run in double, ascending.</summary>
    /// <param name="values">x, [W]; changed in place. Equal values change no bit.</param>
    /// <param name="target">y, [W].</param>
    public void Move(Span<float> values, ReadOnlySpan<float> target)
    {
        double[] moved = new double[values.Length];
        for (int k = 0; k < rows.Steps; k++)
        {
            ReadOnlySpan<float> direction = rows[k];
            double along = 0;
            for (int w = 0; w < values.Length; w++)
            {
                along += direction[w] * ((double)target[w] - values[w]);
            }

            for (int w = 0; w < values.Length; w++)
            {
                moved[w] += along * direction[w];
            }
        }

        for (int w = 0; w < values.Length; w++)
        {
            if (moved[w] != 0)
            {
                values[w] = (float)(values[w] + moved[w]);
            }
        }
    }

    private static double Product(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        double sum = 0;
        for (int w = 0; w < one.Length; w++)
        {
            sum += (double)one[w] * other[w];
        }

        return sum;
    }
}
