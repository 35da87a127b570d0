namespace Lilt.WeightFiles.Pickles;

/// <summary>The few names that a pickle may call, and what they build.</summary>
internal sealed partial class PickleMachine
{
    private const int MostAxes = 32;
    private const int ArrayStateLength = 5;
    private static readonly object[] NoItems = [];

    private void PushGlobal(string module, string name)
    {
        PickleGlobal? global = (module, name) switch
        {
            ("numpy.core.multiarray" or "numpy._core.multiarray", "_reconstruct") => PickleGlobal.Reconstruct,
            ("numpy.core.multiarray" or "numpy._core.multiarray", "scalar") => PickleGlobal.Scalar,
            ("numpy.core.numeric" or "numpy._core.numeric", "_frombuffer") => PickleGlobal.FromBuffer,
            ("numpy", "ndarray") => PickleGlobal.Array,
            ("numpy", "dtype") => PickleGlobal.Type,
            ("_codecs", "encode") => PickleGlobal.Encode,
            ("__builtin__" or "builtins", "bytes") => PickleGlobal.EmptyBytes,
            _ => null,
        };
        stack.Add(global ?? throw Failure("a name that NumPy's arrays need", QuotedText.Of($"{module}.{name}"), NotOurs));
    }

    private void Reduce()
    {
        IReadOnlyList<object?> arguments = Pop() is PickleSequence { IsTuple: true } tuple
            ? tuple.Items
            : throw BadCall("a tuple of arguments");
        PickleGlobal callee = Pop() is PickleGlobal global ? global : throw BadCall("a name to call");
        stack.Add(
            (callee, arguments) switch
            {
                (PickleGlobal.Reconstruct, [PickleGlobal.Array, PickleSequence, PickleText]) => new NumpyArray(),
                (PickleGlobal.Type, [PickleText name, ..]) => TypeNamed(name),
                (PickleGlobal.Scalar, [NumpyType type, PickleText { IsUnicode: false } bytes]) when bytes.Bytes.Length == type.Size =>
                    type.Element(bytes.Bytes),
                (
                    PickleGlobal.FromBuffer,
                    [PickleText { IsUnicode: false } bytes, NumpyType type, PickleSequence shape, PickleText order]
                ) => Filled(new NumpyArray(), shape, type, order.ToString() == "F", bytes),
                (PickleGlobal.Encode, [PickleText { IsUnicode: true } text, PickleText { Bytes.Length: <= 16 } encoding])
                    when encoding.ToString() is "latin1" or "latin-1" && text.ToLatin1() is { } bytes => new PickleText(
                    bytes,
                    isUnicode: false
                ),
                (PickleGlobal.EmptyBytes, []) => new PickleText([], isUnicode: false),
                _ => throw BadCall($"what {callee} takes"),
            }
        );
    }

    private void Build()
    {
        IReadOnlyList<object?> state = Pop() is PickleSequence { IsTuple: true } tuple ? tuple.Items : NoItems;
        switch (Top(), state)
        {
            case (
                NumpyType { IsDescribed: false } type,
                [long, PickleText { Bytes.Length: 1 } order, null, null, null, long, long, long, ..]
            ) when type.Describe(order.ToString()):
                break;
            case (
                NumpyArray { Type: null } array,
                [long, PickleSequence shape, NumpyType type, bool or long, PickleText { IsUnicode: false } bytes]
            ) when state.Count == ArrayStateLength:
                Filled(array, shape, type, state[3] is true or not (false or 0L), bytes);
                break;
            default:
                throw BadCall("the state of an array or of an element type that has none yet");
        }
    }

    private NumpyType TypeNamed(PickleText name) =>
        NumpyType.Named(name.Bytes.Length <= LongestName ? name.ToString() : string.Empty)
        ?? throw Failure("an element type of f4, f8, b1 or whole numbers", QuotedText.Of(name.ToString()), NotOurs);

    private NumpyArray Filled(NumpyArray array, PickleSequence shape, NumpyType type, bool isFortran, PickleText bytes)
    {
        if (shape.Items.Count > MostAxes)
        {
            throw Failure($"an array of at most {MostAxes} axes", $"one of {shape.Items.Count}", Damaged);
        }

        int[] axes = new int[shape.Items.Count];
        for (int k = 0; k < axes.Length; k++)
        {
            axes[k] = shape.Items[k] is long and >= 0 and <= int.MaxValue
                ? (int)(long)shape.Items[k]!
                : throw BadCall("axes of whole lengths");
        }

        if (!array.Fill(axes, type, isFortran, bytes.Bytes, at))
        {
            throw Failure(
                $"the bytes of an array of {string.Join(" × ", axes)} elements of {type.Size} bytes",
                $"{bytes.Bytes.Length} bytes",
                Damaged
            );
        }

        return array;
    }

    private WeightFormatException BadCall(string expected) => Failure(expected, $"something else at {opcode}", NotOurs);
}
