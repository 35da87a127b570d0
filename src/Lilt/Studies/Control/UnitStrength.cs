using Lilt.Network;

namespace Lilt.Studies.Control;

/// <summary>How much a unit can say: sd(h) over the baseline's steps, times the Euclidean norm of all weights that leave it.</summary>
/// <remarks>
/// The weights are those to the four gates of its own layer at the next step and those to the layer above, or to the tokens' logits
/// from the last layer. Source: docs/control.md.
/// </remarks>
public static class UnitStrength
{
    /// <summary>The strength of every unit of a layer, [H].</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="layer">From 1.</param>
    /// <param name="deviations">sd(h) of the layer's units, [H].</param>
    /// <exception cref="ArgumentException">The layer is not there, or the deviations are not as many as its units.</exception>
    public static double[] Of(ReadOnlyWeights weights, int layer, ReadOnlySpan<double> deviations)
    {
        double[] strengths = OutgoingNorms(weights, layer);
        if (deviations.Length != strengths.Length)
        {
            throw new ArgumentException($"{deviations.Length} deviations for {strengths.Length} units.", nameof(deviations));
        }

        for (int unit = 0; unit < strengths.Length; unit++)
        {
            strengths[unit] *= deviations[unit];
        }

        return strengths;
    }

    /// <summary>The Euclidean norm of each unit's outgoing weights, recurrent ones included, [H].</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="layer">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The layer is not there.</exception>
    public static double[] OutgoingNorms(ReadOnlyWeights weights, int layer)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(layer, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(layer, weights.Shape.Layers);
        double[] norms = new double[weights.Shape.Units];
        foreach (ReadOnlyMemory<float> recurrent in weights.Layers[layer - 1].RecurrentWeights)
        {
            AddSquares(norms, recurrent.Span);
        }

        if (layer == weights.Shape.Layers)
        {
            AddSquares(norms, weights.OutputWeights.Span);
        }
        else
        {
            foreach (ReadOnlyMemory<float> upward in weights.Layers[layer].InputWeights)
            {
                AddSquares(norms, upward.Span);
            }
        }

        for (int unit = 0; unit < norms.Length; unit++)
        {
            norms[unit] = Math.Sqrt(norms[unit]);
        }

        return norms;
    }

    /// <summary>Adds each row's sum of squares.</summary>
    /// <param name="sums">[H].</param>
    /// <param name="rows">[H, any].</param>
    private static void AddSquares(double[] sums, ReadOnlySpan<float> rows)
    {
        int width = rows.Length / sums.Length;
        for (int unit = 0; unit < sums.Length; unit++)
        {
            foreach (float weight in rows.Slice(unit * width, width))
            {
                sums[unit] += (double)weight * weight;
            }
        }
    }
}
