using System.Globalization;
using System.Text;
using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.WeightFiles.Safetensors;

/// <summary>Lilt's own names in a safetensors file: one tensor a parameter.</summary>
internal static class LiltLayout
{
    /// <summary>The metadata's name for the tokens, a JSON list.</summary>
    public const string VocabularyKey = "vocabulary";

    /// <summary>The metadata's name for the model's name.</summary>
    public const string NameKey = "name";

    /// <summary>What stands before a fact's name in the metadata.</summary>
    public const string FactPrefix = "provenance.";

    private const string FirstTensor = "layer.1.i.weight_x";
    private const string Rewrite =
        "Lilt's files hold the names of docs/file-formats.md and nothing else: write the file again with 'lilt convert'.";

    /// <summary>Whether a file has Lilt's names.</summary>
    public static bool Fits(SafetensorsFile file) => file.Header.Tensors.ContainsKey(FirstTensor);

    /// <summary>Every parameter's name, shape and values, in the order in which they are written.</summary>
    public static IEnumerable<(string Name, int[] Shape, ReadOnlyMemory<float> Values)> Parameters(ReadOnlyWeights weights) =>
        Shapes(weights.Shape).Zip(weights.InOrder(), (of, values) => (of.Name, of.Shape, values));

    /// <summary>Reads a model.</summary>
    public static Model Read(SafetensorsFile file, Vocabulary? given)
    {
        Vocabulary vocabulary = VocabularyFile.Agreed(file.Name, KeptVocabulary(file), given);
        if (file.Header.Tensors[FirstTensor].Shape is not [var inputs, >= 1 and var units] || inputs != vocabulary.Count)
        {
            string found = $"[{string.Join(", ", file.Header.Tensors[FirstTensor].Shape)}]";
            throw file.Failure(file.Header.DataOffset, $"{FirstTensor} of shape [{vocabulary.Count}, units]", found, Rewrite);
        }

        int layers = 1;
        while (file.Header.Tensors.ContainsKey(string.Create(CultureInfo.InvariantCulture, $"layer.{layers + 1}.i.weight_x")))
        {
            layers++;
        }

        NetworkShape shape = new(layers, units, vocabulary.Count);
        RequireAll(file, shape);
        NetworkWeights weights = new(shape);
        foreach (((string name, _), float[] values) in Shapes(shape).Zip(weights.InOrder()))
        {
            file.Read(file.Header.Tensors[name], values);
        }

        return new Model(vocabulary, weights, Provenance(file));
    }

    /// <summary>The file's own vocabulary, if it has one.</summary>
    public static Vocabulary? KeptVocabulary(SafetensorsFile file) =>
        file.Header.Metadata.TryGetValue(VocabularyKey, out string? json)
            ? VocabularyFile.Parse($"{file.Name}, __metadata__.{VocabularyKey}", Encoding.UTF8.GetBytes(json))
            : null;

    /// <summary>The file's name and facts.</summary>
    public static ModelProvenance Provenance(SafetensorsFile file)
    {
        Dictionary<string, string> facts = new(StringComparer.Ordinal);
        foreach ((string key, string value) in file.Header.Metadata)
        {
            if (key is not (VocabularyKey or NameKey))
            {
                facts[key.StartsWith(FactPrefix, StringComparison.Ordinal) ? key[FactPrefix.Length..] : key] = value;
            }
        }

        return new ModelProvenance(file.Header.Metadata.GetValueOrDefault(NameKey) ?? Path.GetFileNameWithoutExtension(file.Name), facts);
    }

    /// <summary>Checks names and shapes before anything is taken for the weights.</summary>
    private static void RequireAll(SafetensorsFile file, NetworkShape shape)
    {
        int count = 0;
        foreach ((string name, int[] expected) in Shapes(shape))
        {
            if (!file.Header.Tensors.TryGetValue(name, out TensorEntry? entry))
            {
                throw file.Failure(file.Header.DataOffset, $"the tensor {name}", "none of that name", Rewrite);
            }

            if (!entry.Shape.SequenceEqual(expected))
            {
                throw file.Failure(
                    file.Header.DataOffset + entry.Begin,
                    $"a shape of [{string.Join(", ", expected)}] for {name}",
                    $"[{string.Join(", ", entry.Shape)}]",
                    Rewrite
                );
            }

            count++;
        }

        if (count != file.Header.Tensors.Count)
        {
            HashSet<string> known = [.. Shapes(shape).Select(parameter => parameter.Name)];
            string other = file.Header.Tensors.Keys.First(name => !known.Contains(name));
            throw file.Failure(file.Header.DataOffset, $"the {count} tensors of {shape}", $"{QuotedText.Of(other)} as well", Rewrite);
        }
    }

    // In the order of the weights' arrays.
    private static IEnumerable<(string Name, int[] Shape)> Shapes(NetworkShape shape)
    {
        for (int layer = 1; layer <= shape.Layers; layer++)
        {
            foreach (char gate in "ifgo")
            {
                string prefix = string.Create(CultureInfo.InvariantCulture, $"layer.{layer}.{gate}.");
                yield return (prefix + "weight_x", [shape.InputsOf(layer), shape.Units]);
                yield return (prefix + "weight_h", [shape.Units, shape.Units]);
                yield return (prefix + "bias", [shape.Units]);
            }

            yield return (string.Create(CultureInfo.InvariantCulture, $"layer.{layer}.c0"), [shape.Units]);
            yield return (string.Create(CultureInfo.InvariantCulture, $"layer.{layer}.h0"), [shape.Units]);
        }

        yield return ("output.weight", [shape.Units, shape.Tokens]);
        yield return ("output.bias", [shape.Tokens]);
    }
}
