namespace Lilt.Network.Kernels;

/// <summary>
/// One layer's weights as the kernels read them. Its outputs are [4, U], gates i, f, g, o, U = <see cref="PaddedUnits"/>.
/// </summary>
internal sealed unsafe class PackedLayer
{
    private const int GateCount = 4;

    /// <param name="weights">The layer's weights.</param>
    /// <param name="isFirst">Layer 1 reads rows of tokens, so its input weights stay in rows.</param>
    public PackedLayer(LayerWeights weights, bool isFirst)
    {
        PaddedUnits = PackedMatrix.RoundUp(weights.Units);
        int outputs = GateCount * PaddedUnits;
        Inputs = isFirst ? null : new ProductMatrix(weights.Inputs, outputs, Gates(weights.InputWeights, weights.Units));
        TokenRows = isFirst ? new FloatBlock(weights.Inputs, outputs) : null;
        Recurrent = new ProductMatrix(weights.Units, outputs, Gates(weights.RecurrentWeights, weights.Units));
        Bias = new float[outputs];
        InitialCell = new float[PaddedUnits];
        InitialHidden = new float[PaddedUnits];
        for (int gate = 0; gate < GateCount; gate++)
        {
            int column = gate * PaddedUnits;
            FillRows(weights.InputWeights[gate], weights.Units, column);
            weights.Biases[gate].CopyTo(Bias, column);
        }

        weights.InitialCell.CopyTo(InitialCell, 0);
        weights.InitialHidden.CopyTo(InitialHidden, 0);
    }

    /// <summary>U, the units rounded up; a unit past H has weights of zero and stays at zero.</summary>
    public int PaddedUnits { get; }

    /// <summary>[H, 4U]; null for layer 1.</summary>
    public ProductMatrix? Inputs { get; }

    /// <summary>Layer 1's input weights, a token a row, [V, 4U]; null for the others.</summary>
    public FloatBlock? TokenRows { get; }

    /// <summary>[H, 4U].</summary>
    public ProductMatrix Recurrent { get; }

    /// <summary>[4U].</summary>
    public float[] Bias { get; }

    /// <summary>[U].</summary>
    public float[] InitialCell { get; }

    /// <summary>[U].</summary>
    public float[] InitialHidden { get; }

    /// <summary>The weights of the four gates side by side.</summary>
    private (float[] Weights, int Columns, int Column)[] Gates(IReadOnlyList<float[]> weights, int units) =>
        [.. weights.Select((of, gate) => (of, units, gate * PaddedUnits))];

    private void FillRows(float[] source, int units, int column)
    {
        for (int token = 0; token < (TokenRows?.Rows ?? 0); token++)
        {
            source.AsSpan(token * units, units).CopyTo(new Span<float>(TokenRows!.Row(token) + column, units));
        }
    }
}
