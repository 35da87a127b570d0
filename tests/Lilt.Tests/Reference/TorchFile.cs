using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Lilt.Network;

namespace Lilt.Tests.Reference;

/// <summary>Writes safetensors as other programs do; it knows nothing of Lilt's reader and writer.</summary>
internal static class TorchFile
{
    /// <summary>
    /// A model's weights as PyTorch keeps an nn.LSTM and a Linear; a bias is split in two halves. Initial states are left out.
    /// </summary>
    public static byte[] Write(
        Model model,
        string prefix = "",
        Action<List<(string Name, string Type, int[] Shape, byte[] Data)>>? change = null
    )
    {
        List<(string Name, string Type, int[] Shape, byte[] Data)> tensors = [];
        for (int layer = 0; layer < model.Shape.Layers; layer++)
        {
            ReadOnlyLayerWeights of = model.Weights.Layers[layer];
            int gates = 4 * of.Units;
            float[] half = [.. of.Biases.SelectMany(bias => bias.ToArray()).Select(value => value / 2)];
            tensors.Add(
                Single(
                    $"{prefix}lstm.weight_ih_l{layer}",
                    [gates, of.Inputs],
                    [.. of.InputWeights.SelectMany(gate => Transposed(gate, of.Units))]
                )
            );
            tensors.Add(
                Single(
                    $"{prefix}lstm.weight_hh_l{layer}",
                    [gates, of.Units],
                    [.. of.RecurrentWeights.SelectMany(gate => Transposed(gate, of.Units))]
                )
            );
            tensors.Add(Single($"{prefix}lstm.bias_ih_l{layer}", [gates], half));
            tensors.Add(Single($"{prefix}lstm.bias_hh_l{layer}", [gates], half));
        }

        tensors.Add(
            Single(
                $"{prefix}linear.weight",
                [model.Shape.Tokens, model.Shape.Units],
                Transposed(model.Weights.OutputWeights, model.Shape.Tokens)
            )
        );
        tensors.Add(Single($"{prefix}linear.bias", [model.Shape.Tokens], model.Weights.OutputBias.ToArray()));
        change?.Invoke(tensors);
        return Pack(tensors);
    }

    /// <summary>A tensor of float32.</summary>
    public static (string Name, string Type, int[] Shape, byte[] Data) Single(string name, int[] shape, float[] values)
    {
        byte[] data = new byte[values.Length * sizeof(float)];
        for (int k = 0; k < values.Length; k++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(k * sizeof(float)), values[k]);
        }

        return (name, "F32", shape, data);
    }

    /// <summary>A file of tensors, one behind the other.</summary>
    public static byte[] Pack(IEnumerable<(string Name, string Type, int[] Shape, byte[] Data)> tensors)
    {
        Dictionary<string, object> header = [];
        using MemoryStream data = new();
        foreach ((string name, string type, int[] shape, byte[] bytes) in tensors)
        {
            header[name] = new
            {
                dtype = type,
                shape,
                data_offsets = new[] { data.Length, data.Length + bytes.Length },
            };
            data.Write(bytes);
        }

        return Pack(JsonSerializer.Serialize(header), data.ToArray());
    }

    /// <summary>A file of any header text and data.</summary>
    public static byte[] Pack(string header, byte[] data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        return [.. length, .. text, .. data];
    }

    private static float[] Transposed(ReadOnlyMemory<float> matrix, int columns)
    {
        int rows = matrix.Length / columns;
        float[] transposed = new float[matrix.Length];
        for (int k = 0; k < matrix.Length; k++)
        {
            transposed[((k % columns) * rows) + (k / columns)] = matrix.Span[k];
        }

        return transposed;
    }
}
