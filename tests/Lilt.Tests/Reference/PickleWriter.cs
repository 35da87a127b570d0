using System.Buffers.Binary;
using System.Text;
using Lilt.Network;

namespace Lilt.Tests.Reference;

/// <summary>
/// Writes pickles as Python and NumPy do, so that the reader can be tried without either; it knows nothing of the reader.
/// </summary>
internal sealed class PickleWriter
{
    private readonly List<byte> written = [];
    private readonly PickleDialect dialect;
    private readonly Dictionary<string, int> memo = [];
    private int memoized;

    public PickleWriter(PickleDialect dialect)
    {
        this.dialect = dialect;
        Byte(0x80);
        Byte(
            dialect switch
            {
                PickleDialect.Protocol3 => 3,
                PickleDialect.Protocol4 => 4,
                PickleDialect.Protocol5 => 5,
                _ => 2,
            }
        );
    }

    private bool IsNew => dialect is PickleDialect.Protocol4 or PickleDialect.Protocol5;

    /// <summary>Where the arrays' numbers lie: everything else is structure.</summary>
    public List<(int Start, int Length)> Numbers { get; } = [];

    /// <summary>A model in folk-rnn's layout.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dialect">Who writes.</param>
    /// <param name="type">The arrays' element type: &lt;f4, &gt;f4, &lt;f8, &gt;f8.</param>
    /// <param name="isFortran">Whether matrices are kept column by column.</param>
    /// <param name="change">Changes the list of arrays before it is written.</param>
    public static PickleWriter FolkRnn(
        Model model,
        PickleDialect dialect,
        string type = "<f4",
        bool isFortran = false,
        Action<List<(int[] Shape, float[] Values)>>? change = null
    )
    {
        List<(int[] Shape, float[] Values)> arrays = Arrays(model);
        change?.Invoke(arrays);
        PickleWriter writer = new(dialect);
        writer.Ascii("}(").Text("name").Text(model.Provenance.Name).Text("epochs").Whole(99);
        writer.Text("losses").Ascii("](").Scalar(3.5f).Scalar(2.25f).Ascii("e");
        writer.Text("learning_rate").Array([], [0.003f], "<f4", isFortran: false);
        writer.Text("token2idx").Ascii("}(");
        foreach (string text in model.Vocabulary.Texts.Reverse())
        {
            model.Vocabulary.TryFind(text, out Lilt.Notation.Tokens.Token token);
            writer.Text(text).Whole(token.Index);
        }

        writer.Ascii("u").Text("param_values").Ascii("](");
        foreach ((int[] shape, float[] values) in arrays)
        {
            writer.Array(shape, values, type, isFortran);
        }

        writer.Ascii("eu.");
        return writer;
    }

    /// <summary>The arrays of a model in folk-rnn's order, the embedding the identity.</summary>
    public static List<(int[] Shape, float[] Values)> Arrays(Model model)
    {
        int tokens = model.Shape.Tokens;
        int units = model.Shape.Units;
        float[] identity = new float[tokens * tokens];
        for (int k = 0; k < tokens; k++)
        {
            identity[(k * tokens) + k] = 1;
        }

        List<(int[] Shape, float[] Values)> arrays = [([tokens, tokens], identity)];
        foreach (ReadOnlyLayerWeights layer in model.Weights.Layers)
        {
            for (int gate = 0; gate < layer.Biases.Count; gate++)
            {
                arrays.Add(([layer.Inputs, units], layer.InputWeights[gate].ToArray()));
                arrays.Add(([units, units], layer.RecurrentWeights[gate].ToArray()));
                arrays.Add(([units], layer.Biases[gate].ToArray()));
            }

            arrays.Add(([1, units], layer.InitialCell.ToArray()));
            arrays.Add(([1, units], layer.InitialHidden.ToArray()));
        }

        arrays.Add(([units, tokens], model.Weights.OutputWeights.ToArray()));
        arrays.Add(([tokens], model.Weights.OutputBias.ToArray()));
        return arrays;
    }

    public byte[] ToArray() => written.ToArray();

    public PickleWriter Ascii(string opcodes)
    {
        written.AddRange(Encoding.ASCII.GetBytes(opcodes));
        return this;
    }

    public PickleWriter Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (dialect == PickleDialect.Python2)
        {
            return Sized("U", "T", bytes);
        }

        Byte(IsNew ? (byte)0x8c : (byte)'X');
        Length(bytes.Length, IsNew ? 1 : 4);
        written.AddRange(bytes);
        return Memoize();
    }

    public PickleWriter Bytes(byte[] bytes)
    {
        if (dialect == PickleDialect.Python2)
        {
            return Sized("U", "T", bytes);
        }

        if (dialect != PickleDialect.Python3Protocol2)
        {
            return Sized("C", "B", bytes);
        }

        byte[] text = Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes));
        Global("_codecs", "encode").Ascii("X");
        Length(text.Length, 4);
        written.AddRange(text);
        return Text("latin1").Tuple(2).Ascii("R");
    }

    public PickleWriter Whole(long number)
    {
        Byte((byte)'J');
        Length(checked((int)number), 4);
        return this;
    }

    public PickleWriter Global(string module, string name)
    {
        if (Recall($"{module} {name}"))
        {
            return this;
        }

        if (IsNew)
        {
            Text(module.Replace("numpy.core", "numpy._core", StringComparison.Ordinal)).Text(name);
            Byte(0x93);
        }
        else
        {
            Ascii($"c{module}\n{name}\n");
        }

        memo[$"{module} {name}"] = memoized;
        return Memoize();
    }

    public PickleWriter Scalar(float number)
    {
        byte[] bytes = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, number);
        return Global("numpy.core.multiarray", "scalar").Type("<f4").Bytes(bytes).Tuple(2).Ascii("R");
    }

    public PickleWriter Array(int[] shape, float[] values, string type, bool isFortran)
    {
        byte[] bytes = Encode(shape, values, type, isFortran);
        if (dialect == PickleDialect.Protocol5)
        {
            Global("numpy.core.numeric", "_frombuffer").Ascii("(");
            Byte(0x96);
            Length(bytes.Length, 8);
            Payload(bytes);
            return Type(type).Shape(shape).Text(isFortran ? "F" : "C").Ascii("tR");
        }

        Global("numpy.core.multiarray", "_reconstruct")
            .Global("numpy", "ndarray")
            .Whole(0)
            .Tuple(1)
            .Bytes("b"u8.ToArray())
            .Tuple(3)
            .Ascii("R");
        Ascii("(").Whole(1).Shape(shape).Type(type);
        Byte(isFortran ? (byte)0x88 : (byte)0x89);
        int before = written.Count;
        Bytes(bytes);
        Numbers.Add((written.Count - bytes.Length, bytes.Length));
        if (dialect is PickleDialect.Python3Protocol2)
        {
            Numbers[^1] = (before, written.Count - before);
        }

        return Ascii("tb");
    }

    private PickleWriter Type(string type)
    {
        if (Recall(type))
        {
            return this;
        }

        Global("numpy", "dtype").Text(type[1..]);
        Byte(0x89);
        Byte(0x88);
        Tuple(3).Ascii("R");
        memo[type] = memoized;
        return Memoize().Ascii("(").Whole(3).Text(type[..1]).Ascii("NNN").Whole(-1).Whole(-1).Whole(0).Ascii("tb");
    }

    private PickleWriter Shape(int[] shape)
    {
        Ascii("(");
        foreach (int axis in shape)
        {
            Whole(axis);
        }

        return Ascii("t");
    }

    private PickleWriter Tuple(int count)
    {
        Byte((byte)(0x84 + count));
        return this;
    }

    private PickleWriter Sized(string shortOpcode, string longOpcode, byte[] bytes)
    {
        bool isShort = bytes.Length < 256;
        Ascii(isShort ? shortOpcode : longOpcode);
        Length(bytes.Length, isShort ? 1 : 4);
        written.AddRange(bytes);
        return this;
    }

    private void Payload(byte[] bytes)
    {
        Numbers.Add((written.Count, bytes.Length));
        written.AddRange(bytes);
    }

    private PickleWriter Memoize()
    {
        if (IsNew)
        {
            Byte(0x94);
        }
        else
        {
            Byte((byte)'r');
            Length(memoized, 4);
        }

        memoized++;
        return this;
    }

    private bool Recall(string key)
    {
        if (!memo.TryGetValue(key, out int place))
        {
            return false;
        }

        Byte((byte)'j');
        Length(place, 4);
        return true;
    }

    private static byte[] Encode(int[] shape, float[] values, string type, bool isFortran)
    {
        int size = type[2] - '0';
        byte[] bytes = new byte[values.Length * size];
        int columns = shape.Length == 2 ? shape[1] : 1;
        int rows = shape.Length == 2 ? shape[0] : values.Length;
        for (int k = 0; k < values.Length; k++)
        {
            int at = isFortran ? ((k % columns) * rows) + (k / columns) : k;
            Span<byte> element = bytes.AsSpan(at * size, size);
            if (size == sizeof(float))
            {
                BinaryPrimitives.WriteSingleLittleEndian(element, values[k]);
            }
            else
            {
                BinaryPrimitives.WriteDoubleLittleEndian(element, values[k]);
            }

            if (type[0] == '>')
            {
                element.Reverse();
            }
        }

        return bytes;
    }

    private void Length(long length, int bytes)
    {
        for (int k = 0; k < bytes; k++)
        {
            Byte((byte)(length >> (8 * k)));
        }
    }

    private void Byte(byte value) => written.Add(value);
}
