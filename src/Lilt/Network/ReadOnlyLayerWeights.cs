namespace Lilt.Network;

/// <summary>The weights of one layer of a model, to be read alone: a view of <see cref="LayerWeights"/> that copies nothing.</summary>
public sealed class ReadOnlyLayerWeights
{
    private readonly LayerWeights weights;

    internal ReadOnlyLayerWeights(LayerWeights weights)
    {
        this.weights = weights;
        InputWeights = [.. weights.InputWeights.Select(values => (ReadOnlyMemory<float>)values)];
        RecurrentWeights = [.. weights.RecurrentWeights.Select(values => (ReadOnlyMemory<float>)values)];
        Biases = [.. weights.Biases.Select(values => (ReadOnlyMemory<float>)values)];
    }

    /// <summary>Terms read from below: V for layer 1, H for the others.</summary>
    public int Inputs => weights.Inputs;

    /// <summary>H.</summary>
    public int Units => weights.Units;

    /// <summary>By <see cref="Gate"/>: [inputs, H], a row one input's outgoing weights.</summary>
    public IReadOnlyList<ReadOnlyMemory<float>> InputWeights { get; }

    /// <summary>By <see cref="Gate"/>: [H, H], row k the weights that leave unit k.</summary>
    public IReadOnlyList<ReadOnlyMemory<float>> RecurrentWeights { get; }

    /// <summary>By <see cref="Gate"/>: [H].</summary>
    public IReadOnlyList<ReadOnlyMemory<float>> Biases { get; }

    /// <summary>c before the first step, [H].</summary>
    public ReadOnlyMemory<float> InitialCell => weights.InitialCell;

    /// <summary>h before the first step, [H].</summary>
    public ReadOnlyMemory<float> InitialHidden => weights.InitialHidden;
}
