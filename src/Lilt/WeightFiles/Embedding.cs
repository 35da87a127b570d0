using Lilt.WeightFiles.Pickles;

namespace Lilt.WeightFiles;

/// <summary>An embedding before layer 1: with one-hot inputs it is a product that can be made once, in the weights.</summary>
internal static class Embedding
{
    /// <summary>Whether an embedding changes nothing.</summary>
    /// <param name="embedding">[V, E].</param>
    /// <param name="tokens">V.</param>
    public static bool IsIdentity(NumpyArray embedding, int tokens)
    {
        if (embedding.Shape is not [var rows, var columns] || rows != tokens || columns != tokens)
        {
            return false;
        }

        float[] row = new float[embedding.Length];
        embedding.CopyTo(row);
        return IsIdentity(row, tokens);
    }

    /// <summary>Whether a matrix of <paramref name="tokens"/> rows and as many columns is the identity.</summary>
    public static bool IsIdentity(ReadOnlySpan<float> matrix, int tokens)
    {
        for (int k = 0; k < matrix.Length; k++)
        {
            if (matrix[k] != (k % (tokens + 1) == 0 ? 1f : 0f))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The product of an embedding and the weights behind it: summed in double over ascending k, rounded once.</summary>
    /// <param name="embedding">[V, E].</param>
    /// <param name="weights">[E, H].</param>
    /// <param name="tokens">V.</param>
    /// <param name="embedded">E.</param>
    /// <param name="units">H.</param>
    /// <param name="destination">[V, H].</param>
    public static void Fold(
        ReadOnlySpan<float> embedding,
        ReadOnlySpan<float> weights,
        int tokens,
        int embedded,
        int units,
        Span<float> destination
    )
    {
        double[] sums = new double[units];
        for (int token = 0; token < tokens; token++)
        {
            System.Array.Clear(sums);
            for (int k = 0; k < embedded; k++)
            {
                double factor = embedding[(token * embedded) + k];
                ReadOnlySpan<float> row = weights.Slice(k * units, units);
                for (int unit = 0; unit < units; unit++)
                {
                    sums[unit] += factor * row[unit];
                }
            }

            for (int unit = 0; unit < units; unit++)
            {
                destination[(token * units) + unit] = (float)sums[unit];
            }
        }
    }
}
