namespace Lilt.Network.Kernels;

/// <summary>One layer's weights as the kernels read them. Its outputs are [4, U], gates i, f, g, o, U = <see cref="PaddedUnits"/>.</summary>
internal sealed unsafe class PackedLayer
{
    private const int GateCount = 4;

    public PackedLayer(LayerWeights weights)
    {
        PaddedUnits = PackedMatrix.RoundUp(weights.Units);
        int outputs = GateCount * PaddedUnits;
        Inputs = new PackedMatrix(weights.Inputs, outputs);
        Recurrent = new PackedMatrix(weights.Units, outputs);
        Bias = new float[outputs];
        InitialCell = new float[PaddedUnits];
        InitialHidden = new float[PaddedUnits];
        for (int gate = 0; gate < GateCount; gate++)
        {
            int column = gate * PaddedUnits;
            Inputs.Fill(weights.InputWeights[gate], weights.Inputs, weights.Units, 0, column);
            Recurrent.Fill(weights.RecurrentWeights[gate], weights.Units, weights.Units, 0, column);
            weights.Biases[gate].CopyTo(Bias, column);
        }

        weights.InitialCell.CopyTo(InitialCell, 0);
        weights.InitialHidden.CopyTo(InitialHidden, 0);
    }

    /// <summary>U, the units rounded up; a unit past H has weights of zero and stays at zero.</summary>
    public int PaddedUnits { get; }

    /// <summary>[inputs, 4U].</summary>
    public PackedMatrix Inputs { get; }

    /// <summary>[H, 4U].</summary>
    public PackedMatrix Recurrent { get; }

    /// <summary>[4U].</summary>
    public float[] Bias { get; }

    /// <summary>[U].</summary>
    public float[] InitialCell { get; }

    /// <summary>[U].</summary>
    public float[] InitialHidden { get; }
}
