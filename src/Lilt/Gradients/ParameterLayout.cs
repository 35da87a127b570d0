using Lilt.Network;
using Lilt.Network.Kernels;

namespace Lilt.Gradients;

/// <summary>
/// Where each weight stands in one long run of floats, the form of weights whose gradients are taken, of the gradients and of an
/// optimiser's state.
/// </summary>
/// <remarks>
/// By layer: inputs [inputs, 4U], recurrent [H, 4U], bias [4U], c0 [U], h0 [U]; then the output's [H, W] and bias [W]. Gates
/// stand i, f, g, o, U = H and W = V each rounded up to whole panels. What fills up is zero and its gradient is zero, so it stays.
/// </remarks>
internal sealed class ParameterLayout
{
    private const int GateCount = 4;
    private readonly long[] layerStarts;

    public ParameterLayout(NetworkShape shape)
    {
        Shape = shape;
        PaddedUnits = PackedMatrix.RoundUp(shape.Units);
        PaddedTokens = PackedMatrix.RoundUp(shape.Tokens);
        GateColumns = GateCount * PaddedUnits;
        layerStarts = new long[shape.Layers + 1];
        long at = 0;
        for (int layer = 1; layer <= shape.Layers; layer++)
        {
            layerStarts[layer - 1] = at;
            at = checked(at + ((long)(shape.InputsOf(layer) + shape.Units + 1) * GateColumns) + (2L * PaddedUnits));
        }

        layerStarts[shape.Layers] = at;
        Length = checked(at + ((long)(shape.Units + 1) * PaddedTokens));
    }

    /// <summary>S, H and V.</summary>
    public NetworkShape Shape { get; }

    /// <summary>U.</summary>
    public int PaddedUnits { get; }

    /// <summary>W, the tokens rounded up.</summary>
    public int PaddedTokens { get; }

    /// <summary>4U.</summary>
    public int GateColumns { get; }

    /// <summary>All floats.</summary>
    public long Length { get; }

    /// <summary>Where the output's weights begin, [H, W].</summary>
    public long Output => layerStarts[Shape.Layers];

    /// <summary>Where the output's bias begins, [W].</summary>
    public long OutputBias => Output + ((long)Shape.Units * PaddedTokens);

    /// <summary>Where a layer's input weights begin, [inputs, 4U]; layers from 1.</summary>
    public long Inputs(int layer) => layerStarts[layer - 1];

    /// <summary>Where a layer's recurrent weights begin, [H, 4U].</summary>
    public long Recurrent(int layer) => Inputs(layer) + ((long)Shape.InputsOf(layer) * GateColumns);

    /// <summary>Where a layer's bias begins, [4U].</summary>
    public long Bias(int layer) => Recurrent(layer) + ((long)Shape.Units * GateColumns);

    /// <summary>Where a layer's c0 begins, [U].</summary>
    public long InitialCell(int layer) => Bias(layer) + GateColumns;

    /// <summary>Where a layer's h0 begins, [U].</summary>
    public long InitialHidden(int layer) => InitialCell(layer) + PaddedUnits;

    /// <summary>
    /// The runs of a layer's and the output's matrices: what weight decay is applied to. Biases and initial states don't decay.
    /// </summary>
    public IEnumerable<(long Start, long Length)> Matrices()
    {
        for (int layer = 1; layer <= Shape.Layers; layer++)
        {
            yield return (Inputs(layer), Bias(layer) - Inputs(layer));
        }

        yield return (Output, OutputBias - Output);
    }
}
