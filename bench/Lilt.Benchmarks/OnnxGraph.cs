using System.Runtime.InteropServices;

namespace Lilt.Benchmarks;

/// <summary>Writes an ONNX model: nodes, weights, inputs and outputs.</summary>
/// <remarks>Source: ONNX, onnx.proto3 (field numbers) and Operators.md, operator set 17.</remarks>
internal sealed class OnnxGraph
{
    private const int OperatorSet = 17;
    private const int FormatVersion = 8;
    private const int FloatType = 1;
    private const int LongType = 7;
    private readonly ProtoMessage graph = new ProtoMessage().Text(2, "step");

    /// <summary>The file's bytes.</summary>
    public byte[] ToArray() =>
        new ProtoMessage().Number(1, FormatVersion).Message(8, new ProtoMessage().Number(2, OperatorSet)).Message(7, graph).ToArray();

    /// <summary>A float32 input.</summary>
    public void Input(string name, params long[] shape) => graph.Message(11, Value(name, FloatType, shape));

    /// <summary>An input of whole numbers.</summary>
    public void WholeInput(string name, params long[] shape) => graph.Message(11, Value(name, LongType, shape));

    /// <summary>A float32 output.</summary>
    public void Output(string name, params long[] shape) => graph.Message(12, Value(name, FloatType, shape));

    /// <summary>A constant of float32.</summary>
    public string Weights(string name, float[] values, params long[] shape)
    {
        graph.Message(5, Tensor(name, FloatType, MemoryMarshal.AsBytes(values.AsSpan()), shape));
        return name;
    }

    /// <summary>A constant list of whole numbers.</summary>
    public string Whole(string name, params long[] values)
    {
        graph.Message(5, Tensor(name, LongType, MemoryMarshal.AsBytes(values.AsSpan()), [values.Length]));
        return name;
    }

    /// <summary>A node of one output; an empty name among the inputs leaves an optional one out.</summary>
    public string Node(string operation, string output, string[] inputs, params (string Name, long Value)[] attributes)
    {
        Node(operation, [output], inputs, attributes);
        return output;
    }

    /// <summary>A node.</summary>
    public void Node(string operation, string[] outputs, string[] inputs, params (string Name, long Value)[] attributes)
    {
        const int WholeAttribute = 2;
        ProtoMessage node = new();
        foreach (string input in inputs)
        {
            node.Text(1, input);
        }

        foreach (string output in outputs)
        {
            node.Text(2, output);
        }

        node.Text(3, outputs[^1]).Text(4, operation);
        foreach ((string name, long value) in attributes)
        {
            node.Message(5, new ProtoMessage().Text(1, name).Number(3, value).Number(20, WholeAttribute));
        }

        graph.Message(1, node);
    }

    private static ProtoMessage Value(string name, int type, long[] shape)
    {
        ProtoMessage dimensions = new();
        foreach (long length in shape)
        {
            dimensions.Message(1, new ProtoMessage().Number(1, length));
        }

        ProtoMessage tensor = new ProtoMessage().Number(1, type).Message(2, dimensions);
        return new ProtoMessage().Text(1, name).Message(2, new ProtoMessage().Message(1, tensor));
    }

    private static ProtoMessage Tensor(string name, int type, ReadOnlySpan<byte> values, long[] shape)
    {
        ProtoMessage tensor = new();
        foreach (long length in shape)
        {
            tensor.Number(1, length);
        }

        return tensor.Number(2, type).Text(8, name).Bytes(9, values);
    }
}
