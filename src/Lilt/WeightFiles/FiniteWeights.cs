namespace Lilt.WeightFiles;

/// <summary>Weights that are not numbers are refused where they are read.</summary>
internal static class FiniteWeights
{
    /// <summary>Checks that all weights are finite.</summary>
    /// <exception cref="WeightFormatException">One is infinite, too large for float32, or no number.</exception>
    public static void Require(ReadOnlySpan<float> weights, string parameter, string file, long offset)
    {
        int index = IndexOfOther(weights);
        if (index >= 0)
        {
            throw new WeightFormatException(
                file,
                offset,
                $"finite float32 values in {parameter}",
                FormattableString.Invariant($"{weights[index]} at index {index}"),
                "The training that wrote this file went wrong or the file is damaged: take an earlier one."
            );
        }
    }

    /// <summary>The first value that is not finite; -1 if all are.</summary>
    public static int IndexOfOther(ReadOnlySpan<float> weights)
    {
        for (int k = 0; k < weights.Length; k++)
        {
            if (!float.IsFinite(weights[k]))
            {
                return k;
            }
        }

        return -1;
    }
}
