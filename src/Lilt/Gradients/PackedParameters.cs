using System.Runtime.CompilerServices;
using Lilt.Gradients.Kernels;
using Lilt.Network.Kernels;

namespace Lilt.Gradients;

/// <summary>Weights packed for the products forward and, transposed, for the products backward.</summary>
/// <remarks>Lists are by layer, layer 1 first. Layer 1 reads rows of the plain weights and has no packed inputs.</remarks>
internal sealed unsafe class PackedParameters : IDisposable
{
    private readonly List<Action> packing = [];
    private readonly ParameterLayout layout;
    private readonly FloatMemory weights;

    public PackedParameters(ParameterLayout layout, FloatMemory weights)
    {
        this.layout = layout;
        this.weights = weights;
        int units = layout.Shape.Units;
        int gates = layout.GateColumns;
        int layers = layout.Shape.Layers;
        Inputs = new PackedMatrix?[layers];
        InputsTransposed = new PackedMatrix?[layers];
        Recurrent = new PackedMatrix[layers];
        RecurrentTransposed = new PackedMatrix[layers];
        for (int layer = 1; layer <= layers; layer++)
        {
            if (layer > 1)
            {
                Inputs[layer - 1] = Forward(layout.Inputs(layer), units, gates, gates);
                InputsTransposed[layer - 1] = Transposed(layout.Inputs(layer), units, gates, gates);
            }

            Recurrent[layer - 1] = Forward(layout.Recurrent(layer), units, gates, gates);
            RecurrentTransposed[layer - 1] = Transposed(layout.Recurrent(layer), units, gates, gates);
        }

        Output = Forward(layout.Output, units, layout.Shape.Tokens, layout.PaddedTokens);
        OutputTransposed = Transposed(layout.Output, units, layout.Shape.Tokens, layout.PaddedTokens);
    }

    /// <summary>[H, 4U]; none for layer 1.</summary>
    public PackedMatrix?[] Inputs { get; }

    /// <summary>[4U, H]; none for layer 1.</summary>
    public PackedMatrix?[] InputsTransposed { get; }

    /// <summary>[H, 4U].</summary>
    public PackedMatrix[] Recurrent { get; }

    /// <summary>[4U, H].</summary>
    public PackedMatrix[] RecurrentTransposed { get; }

    /// <summary>[H, V].</summary>
    public PackedMatrix Output { get; }

    /// <summary>[V, H].</summary>
    public PackedMatrix OutputTransposed { get; }

    /// <summary>Packs the weights as they are now.</summary>
    public void Pack(int threads) =>
        Parallel.ForEach(packing, new ParallelOptions { MaxDegreeOfParallelism = threads }, static pack => pack());

    public void Dispose()
    {
        foreach (
            PackedMatrix? matrix in (PackedMatrix?[])
                [.. Inputs, .. InputsTransposed, .. Recurrent, .. RecurrentTransposed, Output, OutputTransposed]
        )
        {
            matrix?.Dispose();
        }
    }

    private PackedMatrix Forward(long start, int rows, int columns, int stride)
    {
        PackedMatrix packed = new(rows, columns);
        packing.Add(() => PackForward(weights.Start + start, stride, packed));
        return packed;
    }

    private PackedMatrix Transposed(long start, int rows, int columns, int stride)
    {
        PackedMatrix packed = new(columns, rows);
        packing.Add(() => PackTransposed(weights.Start + start, rows, stride, packed));
        return packed;
    }

    private static void PackForward(float* source, int stride, PackedMatrix packed)
    {
        for (int column = 0; column < stride; column += PackedMatrix.PanelWidth)
        {
            float* panel = packed.Panel(column);
            for (int k = 0; k < packed.Rows; k++)
            {
                Unsafe.CopyBlock(
                    panel + ((nint)k * PackedMatrix.PanelWidth),
                    source + ((nint)k * stride) + column,
                    PackedMatrix.PanelWidth * sizeof(float)
                );
            }
        }
    }

    private static void PackTransposed(float* source, int rows, int stride, PackedMatrix packed)
    {
        for (int column = 0; column < rows; column += PackedMatrix.PanelWidth)
        {
            float* panel = packed.Panel(column);
            int present = Math.Min(PackedMatrix.PanelWidth, rows - column);
            float* from = source + ((nint)column * stride);
            for (int k = 0; k < packed.Rows; k++)
            {
                for (int n = 0; n < present; n++)
                {
                    panel[n] = from[((nint)n * stride) + k];
                }

                panel += PackedMatrix.PanelWidth;
            }
        }
    }
}
