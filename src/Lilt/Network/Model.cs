using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Lilt.Network.Kernels;
using Lilt.Notation.Tokens;

namespace Lilt.Network;

/// <summary>A network with its vocabulary: what generates, is recorded and is operated on. Immutable.</summary>
public sealed class Model
{
    private readonly Lazy<PackedNetwork> packed;
    private readonly Lazy<string> hash;

    /// <param name="vocabulary">V tokens.</param>
    /// <param name="weights">Weights over V tokens. They are not copied and are the model's from here on: the caller must not change them
    /// afterwards.</param>
    /// <param name="provenance">Where they came from.</param>
    /// <exception cref="ArgumentException">The vocabulary's size is not the network's.</exception>
    public Model(Vocabulary vocabulary, NetworkWeights weights, ModelProvenance provenance)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(provenance);
        if (vocabulary.Count != weights.Shape.Tokens)
        {
            throw new ArgumentException(
                $"A vocabulary of {vocabulary.Count} tokens for a network of {weights.Shape.Tokens}.",
                nameof(vocabulary)
            );
        }

        Vocabulary = vocabulary;
        Weights = weights.AsReadOnly();
        Provenance = provenance;
        packed = new Lazy<PackedNetwork>(() => new PackedNetwork(weights));
        hash = new Lazy<string>(ComputeHash);
    }

    /// <summary>S, H and V.</summary>
    public NetworkShape Shape => Weights.Shape;

    /// <summary>The tokens.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The weights.</summary>
    public ReadOnlyWeights Weights { get; }

    /// <summary>Where the weights came from.</summary>
    public ModelProvenance Provenance { get; }

    /// <summary>
    /// SHA-256 in lower-case hexadecimal over the shape, the vocabulary and the float32 weights in a fixed order (docs/model.md): one
    /// model has one hash, whatever file it was read from.
    /// </summary>
    public string Hash => hash.Value;

    /// <summary>The weights as the kernels read them; made at the first use and shared.</summary>
    internal PackedNetwork Packed => packed.Value;

    private string ComputeHash()
    {
        using IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData("lilt model 1\n"u8);
        AppendWhole(sha, Shape.Layers);
        AppendWhole(sha, Shape.Units);
        AppendWhole(sha, Shape.Tokens);
        foreach (string text in Vocabulary.Texts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            AppendWhole(sha, bytes.Length);
            sha.AppendData(bytes);
        }

        foreach (ReadOnlyMemory<float> values in Weights.InOrder())
        {
            Append(sha, values.Span);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private static void AppendWhole(IncrementalHash sha, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        sha.AppendData(bytes);
    }

    private static void Append(IncrementalHash sha, ReadOnlySpan<float> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            sha.AppendData(MemoryMarshal.AsBytes(values));
            return;
        }

        Span<byte> bytes = stackalloc byte[sizeof(float)];
        foreach (float value in values)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
            sha.AppendData(bytes);
        }
    }
}
