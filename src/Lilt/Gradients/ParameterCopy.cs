using Lilt.Gradients.Kernels;
using Lilt.Network;

namespace Lilt.Gradients;

/// <summary>Copies between <see cref="NetworkWeights"/> and the run of floats that <see cref="ParameterLayout"/> describes.</summary>
internal static class ParameterCopy
{
    /// <summary>Takes all weights of a network; what fills up is left as it is.</summary>
    public static void Read(NetworkWeights weights, ParameterLayout layout, FloatMemory destination) =>
        Walk(weights, layout, destination, static (plain, run) => plain.CopyTo(run));

    /// <summary>Gives the floats as a network's weights, or as gradients in the same arrangement.</summary>
    public static NetworkWeights Write(ParameterLayout layout, FloatMemory source)
    {
        NetworkWeights weights = new(layout.Shape);
        Walk(weights, layout, source, static (plain, run) => run.CopyTo(plain));
        return weights;
    }

    private delegate void Copy(Span<float> plain, Span<float> run);

    private static void Walk(NetworkWeights weights, ParameterLayout layout, FloatMemory memory, Copy copy)
    {
        int units = layout.Shape.Units;
        int tokens = layout.Shape.Tokens;
        for (int layer = 1; layer <= layout.Shape.Layers; layer++)
        {
            LayerWeights plain = weights.Layers[layer - 1];
            for (int gate = 0; gate < plain.Biases.Count; gate++)
            {
                int column = gate * layout.PaddedUnits;
                for (int k = 0; k < plain.Inputs; k++)
                {
                    copy(
                        plain.InputWeights[gate].AsSpan(k * units, units),
                        memory.Part(layout.Inputs(layer) + ((long)k * layout.GateColumns) + column, units)
                    );
                }

                for (int k = 0; k < units; k++)
                {
                    copy(
                        plain.RecurrentWeights[gate].AsSpan(k * units, units),
                        memory.Part(layout.Recurrent(layer) + ((long)k * layout.GateColumns) + column, units)
                    );
                }

                copy(plain.Biases[gate], memory.Part(layout.Bias(layer) + column, units));
            }

            copy(plain.InitialCell, memory.Part(layout.InitialCell(layer), units));
            copy(plain.InitialHidden, memory.Part(layout.InitialHidden(layer), units));
        }

        for (int k = 0; k < units; k++)
        {
            copy(weights.OutputWeights.AsSpan(k * tokens, tokens), memory.Part(layout.Output + ((long)k * layout.PaddedTokens), tokens));
        }

        copy(weights.OutputBias, memory.Part(layout.OutputBias, tokens));
    }
}
