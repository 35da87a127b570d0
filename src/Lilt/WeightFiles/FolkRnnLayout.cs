using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.WeightFiles.Pickles;

namespace Lilt.WeightFiles;

/// <summary>What folk-rnn keeps in its pickles: a dictionary with the tokens and the list of parameter arrays.</summary>
/// <remarks>
/// The arrays are the embedding [V, E]; for each layer the input weights [inputs, H], recurrent weights [H, H] and bias [H] of i, f, g
/// and o, then the initial cell and hidden state [1, H]; the output weights [H, V] and the output bias [V].
/// Source: folk-rnn, <c>sample_rnn.py</c> and <c>train_rnn.py</c>, by Sturm, Santos, Ben-Tal and Korshunova.
/// </remarks>
internal sealed class FolkRnnLayout
{
    private const int ArraysOfLayer = 14;
    private const int ArraysOfGate = 3;
    private const int ArraysBesides = 3;

    // Weights may take this many times the bytes that were read, as arrays may be named twice in a file, and no more.
    private const int LargestGrowth = 4;
    private static readonly string[] PartNames = ["input weights", "recurrent weights", "bias"];
    private readonly PickleSource source;
    private readonly List<object?> values;

    private FolkRnnLayout(PickleSource source, List<object?> values)
    {
        this.source = source;
        this.values = values;
    }

    /// <summary>Makes a model of a pickle's value.</summary>
    /// <param name="source">Where it was read from, for messages.</param>
    /// <param name="value">What the pickle holds.</param>
    /// <param name="given">The tokens, where the file may lack them.</param>
    public static Model Read(PickleSource source, object? value, Vocabulary? given)
    {
        if (value is not PickleDictionary dictionary)
        {
            throw source.Failure(0, "a dictionary with 'param_values'", "something else", PickleMachine.NotOurs);
        }

        if (!dictionary.TryFind("param_values", out object? found) || found is not PickleSequence { Items: var values })
        {
            throw source.Failure(0, "a list under 'param_values'", "none", PickleMachine.NotOurs);
        }

        Vocabulary? kept = dictionary.TryFind("token2idx", out object? tokens) ? TokensByIndex(source, tokens) : null;
        Vocabulary vocabulary = VocabularyFile.Agreed(source.File, kept, given);
        NetworkWeights weights = new FolkRnnLayout(source, values).ReadWeights(vocabulary.Count);
        return new Model(vocabulary, weights, FolkRnnFacts.Provenance(source, dictionary));
    }

    private static Vocabulary TokensByIndex(PickleSource source, object? value)
    {
        List<KeyValuePair<object?, object?>> entries = value is PickleDictionary dictionary
            ? dictionary.Entries
            : throw source.Failure(0, "a dictionary under 'token2idx'", "something else", PickleMachine.NotOurs);
        string?[] texts = new string?[entries.Count];
        foreach ((object? key, object? index) in entries)
        {
            if (key is not PickleText text || index is not long place || place < 0 || place >= texts.Length || texts[place] is not null)
            {
                string found =
                    $"{(key is PickleText name ? QuotedText.Of(name.ToString()) : "a key that is no text")} at {index as long? ?? -1}";
                throw source.Failure(0, $"tokens with the indices 0 to {texts.Length - 1}, each once", found, PickleMachine.NotOurs);
            }

            texts[place] = text.ToString();
        }

        return VocabularyFile.Checked(source.File, texts!);
    }

    private NetworkWeights ReadWeights(int tokens)
    {
        int layers = (values.Count - ArraysBesides) / ArraysOfLayer;
        if (layers < 1 || values.Count != ArraysBesides + (ArraysOfLayer * layers))
        {
            throw source.Failure(
                0,
                "3 + 14 arrays a layer under 'param_values' (45 for three layers)",
                $"{values.Count}",
                "Lilt reads folk-rnn's LSTM networks; a network of another kind cannot be run."
            );
        }

        if (Array(0, "embedding") is not { Shape: [var rows, var embedded] } embedding || rows != tokens || embedded < 1)
        {
            throw Misfit(0, "embedding", $"[{tokens}, inputs of layer 1] for {tokens} tokens");
        }

        if (Array(1, Name(1)) is not { Shape: [_, >= 1 and var units] })
        {
            throw Misfit(1, Name(1), $"[{embedded}, units]");
        }

        NetworkShape shape = new(layers, units, tokens);
        RequireRoom(shape);
        NetworkWeights weights = new(shape);
        float[] embeddingRows = Embedding.IsIdentity(embedding, tokens) ? [] : Copy(0, "embedding", [tokens, embedded]);
        for (int layer = 1; layer <= layers; layer++)
        {
            ReadLayer(weights.Layers[layer - 1], layer, layer == 1 ? embeddingRows : [], embedded);
        }

        CopyTo(weights.OutputWeights, values.Count - 2, "output weights", [units, tokens]);
        CopyTo(weights.OutputBias, values.Count - 1, "output bias", [tokens]);
        return weights;
    }

    private void ReadLayer(LayerWeights to, int layer, float[] embedding, int embedded)
    {
        int first = 1 + (ArraysOfLayer * (layer - 1));
        for (int gate = 0; gate < to.Biases.Count; gate++)
        {
            int at = first + (ArraysOfGate * gate);
            if (embedding.Length > 0)
            {
                float[] behind = Copy(at, Name(at), [embedded, to.Units]);
                Embedding.Fold(embedding, behind, to.Inputs, embedded, to.Units, to.InputWeights[gate]);
                FiniteWeights.Require(to.InputWeights[gate], Name(at) + ", embedding folded in", source.File, Array(at, Name(at)).Offset);
            }
            else
            {
                CopyTo(to.InputWeights[gate], at, Name(at), [to.Inputs, to.Units]);
            }

            CopyTo(to.RecurrentWeights[gate], at + 1, Name(at + 1), [to.Units, to.Units]);
            CopyTo(to.Biases[gate], at + 2, Name(at + 2), [to.Units]);
        }

        CopyTo(to.InitialCell, first + ArraysOfLayer - 2, Name(first + ArraysOfLayer - 2), [to.Units]);
        CopyTo(to.InitialHidden, first + ArraysOfLayer - 1, Name(first + ArraysOfLayer - 1), [to.Units]);
    }

    private void RequireRoom(NetworkShape shape)
    {
        // Sizes come from axes that stand beside real bytes, so they are bounded; only the same array named often can make them large.
        Int128 count = ((Int128)shape.Units * shape.Tokens * 5) + ((Int128)shape.Units * shape.Units * 4 * ((2 * shape.Layers) - 1));
        if (sizeof(float) * count > (Int128)LargestGrowth * source.Offset)
        {
            throw source.Failure(0, $"arrays that fit in a file of {source.Offset} bytes", $"a network of {shape}", PickleMachine.NotOurs);
        }
    }

    private float[] Copy(int index, string name, int[] shape)
    {
        NumpyArray array = Require(index, name, shape);
        float[] copy = new float[array.Length];
        CopyTo(copy, index, name, shape);
        return copy;
    }

    private void CopyTo(float[] destination, int index, string name, int[] shape)
    {
        NumpyArray array = Require(index, name, shape);
        array.CopyTo(destination);
        FiniteWeights.Require(destination, $"param_values[{index}] ({name})", source.File, array.Offset);
    }

    private NumpyArray Require(int index, string name, int[] shape)
    {
        NumpyArray array = Array(index, name);
        bool fits = array.Shape.SequenceEqual(shape) || (shape is [var length] && array.Shape is [1, var row] && row == length);
        return fits ? array : throw Misfit(index, name, $"[{string.Join(", ", shape)}]");
    }

    private NumpyArray Array(int index, string name) =>
        values[index] is NumpyArray { Type.Kind: 'f' } array
            ? array
            : throw source.Failure(
                0,
                $"an array of float32 or float64 at param_values[{index}] ({name})",
                "something else",
                PickleMachine.NotOurs
            );

    private WeightFormatException Misfit(int index, string name, string expected)
    {
        NumpyArray array = Array(index, name);
        return source.Failure(
            array.Offset,
            $"a shape of {expected} for param_values[{index}] ({name})",
            $"[{string.Join(", ", array.Shape)}]",
            "All layers must have as many units as layer 1, and shapes must fit together: this file is not a folk-rnn LSTM or is damaged."
        );
    }

    private static string Name(int index)
    {
        (int layer, int part) = Math.DivRem(index - 1, ArraysOfLayer);
        string what = part switch
        {
            ArraysOfLayer - 2 => "initial cell",
            ArraysOfLayer - 1 => "initial hidden state",
            _ => $"{PartNames[part % ArraysOfGate]} of {"ifgo"[part / ArraysOfGate]}",
        };
        return $"layer {layer + 1}, {what}";
    }
}
