using System.Globalization;
using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.WeightFiles.Safetensors;

/// <summary>A PyTorch <c>nn.LSTM</c> and the <c>Linear</c> above it, found by the ends of their names, whatever stands before.</summary>
/// <remarks>
/// PyTorch keeps a layer's four gates in one matrix, [4H, inputs], in the order i f g o, and two biases that are summed; Lilt keeps
/// [inputs, H] a gate. Initial states are zero. An <c>Embedding</c> in front is folded into layer 1. Source: PyTorch, <c>torch.nn.LSTM</c>.
/// </remarks>
internal sealed class TorchLayout
{
    private const string Remedy =
        "Lilt reads an nn.LSTM of one direction without projections, an nn.Linear and at most one nn.Embedding; save those alone.";
    private const string FirstSuffix = "weight_ih_l0";
    private readonly SafetensorsFile file;
    private readonly Dictionary<string, TensorEntry> tensors;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    private TorchLayout(SafetensorsFile file)
    {
        this.file = file;
        tensors = file.Header.Tensors;
    }

    /// <summary>Reads a model.</summary>
    public static Model Read(SafetensorsFile file, Vocabulary? given)
    {
        Vocabulary vocabulary = VocabularyFile.Agreed(file.Name, LiltLayout.KeptVocabulary(file), given);
        NetworkWeights weights = new TorchLayout(file).ReadWeights(vocabulary.Count);
        return new Model(vocabulary, weights, LiltLayout.Provenance(file));
    }

    private NetworkWeights ReadWeights(int tokens)
    {
        string[] firsts = [.. tensors.Keys.Where(name => name.EndsWith(FirstSuffix, StringComparison.Ordinal))];
        if (firsts.Length != 1)
        {
            throw Failure(
                $"one tensor named layer.1.i.weight_x (Lilt) or …{FirstSuffix} (PyTorch)",
                firsts.Length == 0 ? "none" : string.Join(", ", firsts)
            );
        }

        string lstm = firsts[0][..^FirstSuffix.Length];
        if (tensors[firsts[0]].Shape is not [>= 4 and var gateRows, >= 1 and var inputs] || gateRows % 4 != 0)
        {
            throw Misfit(tensors[firsts[0]], "[4 × units, inputs]");
        }

        RefuseOtherLstms();
        int layers = 1;
        while (tensors.ContainsKey(LayerName(lstm, "weight_ih", layers)))
        {
            layers++;
        }

        int units = gateRows / 4;
        RequireLayers(lstm, layers, units, inputs);
        TensorEntry output = TakeOutput(units, tokens, out TensorEntry? outputBias);
        TensorEntry? embedding = TakeEmbedding(tokens, inputs);
        if (embedding is null && inputs != tokens)
        {
            throw Misfit(tensors[firsts[0]], $"[{gateRows}, {tokens}] for {tokens} tokens, or an embedding of shape [{tokens}, {inputs}]");
        }

        if (tensors.Keys.FirstOrDefault(name => !taken.Contains(name)) is { } other)
        {
            throw Failure("an LSTM, a Linear and nothing else", $"{QuotedText.Of(other)} as well");
        }

        return ReadAll(lstm, new NetworkShape(layers, units, tokens), inputs, embedding, output, outputBias);
    }

    /// <summary>Names what makes the LSTM another one, before its shapes are found not to fit.</summary>
    private void RefuseOtherLstms()
    {
        foreach (string name in tensors.Keys)
        {
            if (name.EndsWith("_reverse", StringComparison.Ordinal))
            {
                throw Failure("an LSTM of one direction", $"{QuotedText.Of(name)}, of a bidirectional one");
            }

            if (name.Contains("weight_hr_l", StringComparison.Ordinal))
            {
                throw Failure("an LSTM without projections", $"{QuotedText.Of(name)}, a projection");
            }
        }
    }

    /// <summary>Checks the names and shapes of every layer before anything is taken for the weights.</summary>
    private void RequireLayers(string lstm, int layers, int units, int inputs)
    {
        for (int layer = 0; layer < layers; layer++)
        {
            Take(LayerName(lstm, "weight_ih", layer), 4 * units, layer == 0 ? inputs : units);
            Take(LayerName(lstm, "weight_hh", layer), 4 * units, units);
            if (tensors.ContainsKey(LayerName(lstm, "bias_ih", 0)))
            {
                Take(LayerName(lstm, "bias_ih", layer), 4 * units);
                Take(LayerName(lstm, "bias_hh", layer), 4 * units);
            }
        }
    }

    private NetworkWeights ReadAll(
        string lstm,
        NetworkShape shape,
        int inputs,
        TensorEntry? embedding,
        TensorEntry output,
        TensorEntry? outputBias
    )
    {
        NetworkWeights weights = new(shape);
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            LayerWeights to = weights.Layers[layer];
            float[] fromInputs = Load(tensors[LayerName(lstm, "weight_ih", layer)]);
            float[] fromUnits = Load(tensors[LayerName(lstm, "weight_hh", layer)]);
            bool isEmbedded = layer == 0 && embedding is not null;
            float[] embeddingRows = isEmbedded ? Load(embedding!) : [];
            float[] behind = isEmbedded ? new float[checked(inputs * shape.Units)] : [];
            for (int gate = 0; gate < to.Biases.Count; gate++)
            {
                TransposeGate(fromUnits, gate, shape.Units, shape.Units, to.RecurrentWeights[gate]);
                TransposeGate(fromInputs, gate, isEmbedded ? inputs : to.Inputs, shape.Units, isEmbedded ? behind : to.InputWeights[gate]);
                if (isEmbedded)
                {
                    Embedding.Fold(embeddingRows, behind, shape.Tokens, inputs, shape.Units, to.InputWeights[gate]);
                    FiniteWeights.Require(
                        to.InputWeights[gate],
                        embedding!.Name + ", folded in",
                        file.Name,
                        file.Header.DataOffset + embedding.Begin
                    );
                }
            }

            AddBiases(LayerName(lstm, "bias_ih", layer), to);
            AddBiases(LayerName(lstm, "bias_hh", layer), to);
        }

        Transpose(Load(output), shape.Tokens, shape.Units, weights.OutputWeights);
        if (outputBias is not null)
        {
            file.Read(outputBias, weights.OutputBias);
        }

        return weights;
    }

    private TensorEntry TakeOutput(int units, int tokens, out TensorEntry? bias)
    {
        List<TensorEntry> found = [];
        foreach (TensorEntry entry in Matrices())
        {
            bool hasBias = tensors.ContainsKey(BiasName(entry));
            bool isNamedEmbedding = entry.Name.Contains("emb", StringComparison.OrdinalIgnoreCase);
            if (hasBias || !isNamedEmbedding)
            {
                found.Add(entry);
            }
        }

        // A Linear has its bias beside it; an Embedding has none, whatever it is called.
        TensorEntry[] withBias = [.. found.Where(entry => tensors.ContainsKey(BiasName(entry)))];
        TensorEntry[] outputs = withBias.Length > 0 ? withBias : [.. found];
        if (outputs.Length != 1)
        {
            string names = outputs.Length == 0 ? "none" : string.Join(", ", outputs.Select(entry => entry.Name));
            throw Failure($"one Linear, a matrix named ….weight of shape [{tokens}, {units}]", names);
        }

        bias = tensors.ContainsKey(BiasName(outputs[0])) ? Take(BiasName(outputs[0]), tokens) : null;
        return Take(outputs[0].Name, tokens, units);
    }

    private TensorEntry? TakeEmbedding(int tokens, int inputs)
    {
        TensorEntry? embedding = Matrices().FirstOrDefault(entry => !taken.Contains(entry.Name));
        return embedding is null ? null : Take(embedding.Name, tokens, inputs);
    }

    private IEnumerable<TensorEntry> Matrices() =>
        tensors.Values.Where(entry =>
            entry.Shape.Count == 2 && (entry.Name.EndsWith(".weight", StringComparison.Ordinal) || entry.Name == "weight")
        );

    private TensorEntry Take(string name, params int[] shape)
    {
        TensorEntry entry = tensors.TryGetValue(name, out TensorEntry? found)
            ? found
            : throw Failure($"the tensor {QuotedText.Of(name)}", "none of that name");
        taken.Add(name);
        return entry.Shape.SequenceEqual(shape) ? entry : throw Misfit(entry, $"[{string.Join(", ", shape)}]");
    }

    private float[] Load(TensorEntry entry)
    {
        float[] values = new float[entry.Length];
        file.Read(entry, values);
        return values;
    }

    /// <summary>Adds one of the two biases; the first is added to zero, so the sum is rounded once.</summary>
    private void AddBiases(string name, LayerWeights to)
    {
        if (!tensors.TryGetValue(name, out TensorEntry? entry))
        {
            return;
        }

        float[] all = Load(entry);
        for (int k = 0; k < all.Length; k++)
        {
            to.Biases[k / to.Units][k % to.Units] += all[k];
        }

        for (int gate = 0; gate < to.Biases.Count; gate++)
        {
            FiniteWeights.Require(to.Biases[gate], name + " and its fellow, summed", file.Name, file.Header.DataOffset + entry.Begin);
        }
    }

    private static void TransposeGate(ReadOnlySpan<float> all, int gate, int inputs, int units, Span<float> destination) =>
        Transpose(all.Slice(gate * units * inputs, units * inputs), units, inputs, destination);

    /// <summary>[rows, columns] to [columns, rows].</summary>
    private static void Transpose(ReadOnlySpan<float> matrix, int rows, int columns, Span<float> destination)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                destination[(column * rows) + row] = matrix[(row * columns) + column];
            }
        }
    }

    private static string LayerName(string lstm, string part, int layer) =>
        string.Create(CultureInfo.InvariantCulture, $"{lstm}{part}_l{layer}");

    private static string BiasName(TensorEntry weight) => weight.Name[..^"weight".Length] + "bias";

    private WeightFormatException Misfit(TensorEntry entry, string expected) =>
        file.Failure(
            file.Header.DataOffset + entry.Begin,
            $"a shape of {expected} for {QuotedText.Of(entry.Name)}",
            $"[{string.Join(", ", entry.Shape)}]",
            Remedy
        );

    private WeightFormatException Failure(string expected, string found) => file.Failure(file.Header.DataOffset, expected, found, Remedy);
}
