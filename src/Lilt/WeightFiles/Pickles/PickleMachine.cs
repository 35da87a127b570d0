namespace Lilt.WeightFiles.Pickles;

/// <summary>
/// Reads a pickle as plain data: texts, numbers, lists, dictionaries and NumPy arrays. It knows the opcodes that such data needs and
/// seven names; any other is refused by name. Nothing of the file can be run.
/// </summary>
/// <remarks>
/// Protocols 2 to 5. Each opcode takes at most a constant number of bytes of memory for each byte of the file, texts and arrays are
/// shared and never copied, and values nest at most <see cref="LargestDepth"/> deep. Source: Python's <c>pickletools</c> module.
/// </remarks>
internal sealed partial class PickleMachine
{
    /// <summary>What to do about a pickle that holds something else than weights.</summary>
    public const string NotOurs =
        "Lilt reads the pickles that folk-rnn and its server write and runs nothing that a file names; save this model as safetensors instead.";

    private const string Damaged = "The file is damaged: fetch it again.";
    private const int LargestDepth = 32;
    private const int LongestName = 128;
    private const int NewestProtocol = 5;
    private readonly PickleSource source;
    private readonly List<object?> stack = [];
    private readonly List<int> marks = [];
    private readonly Dictionary<uint, object?> memo = [];
    private long at;
    private PickleOpcode opcode;

    private PickleMachine(PickleSource source) => this.source = source;

    /// <summary>Reads one pickle.</summary>
    /// <returns>
    /// null, a <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="PickleText"/>, <see cref="PickleSequence"/>,
    /// <see cref="PickleDictionary"/>, <see cref="NumpyArray"/>, <see cref="NumpyType"/> or <see cref="PickleGlobal"/>.
    /// </returns>
    /// <exception cref="WeightFormatException">It is damaged, or holds something else.</exception>
    public static object? Read(PickleSource source) => new PickleMachine(source).Run();

    private object? Run()
    {
        byte first = source.ReadByte();
        byte protocol = first == (byte)PickleOpcode.Proto ? source.ReadByte() : (byte)0;
        if (protocol is < 2 or > NewestProtocol)
        {
            throw source.Failure(
                0,
                "a pickle of protocol 2 to 5",
                first == (byte)PickleOpcode.Proto ? $"protocol {protocol}" : $"a first byte of 0x{first:x2}",
                "Write it again in Python with pickle.dump(…, protocol=2)."
            );
        }

        do
        {
            at = source.Offset;
            opcode = (PickleOpcode)source.ReadByte();
            Execute();
        } while (opcode != PickleOpcode.Stop);
        if (stack.Count != 1 || marks.Count != 0)
        {
            throw Failure("one value at the end", $"{stack.Count}", Damaged);
        }

        return stack[0];
    }

    private void Execute()
    {
        switch (opcode)
        {
            case PickleOpcode.Stop:
                break;
            case PickleOpcode.Frame:
                // A frame only says how much to read at once.
                source.Require(source.ReadUInt64());
                break;
            case PickleOpcode.Mark:
                if (marks.Count == LargestDepth)
                {
                    throw Failure($"values nested at most {LargestDepth} deep", "deeper ones", NotOurs);
                }

                marks.Add(stack.Count);
                break;
            case PickleOpcode.Pop:
                Pop();
                break;
            case PickleOpcode.None:
                stack.Add(null);
                break;
            case PickleOpcode.NewTrue:
                stack.Add(true);
                break;
            case PickleOpcode.NewFalse:
                stack.Add(false);
                break;
            case PickleOpcode.BinInt:
                stack.Add((long)source.ReadInt32());
                break;
            case PickleOpcode.BinInt1:
                stack.Add((long)source.ReadByte());
                break;
            case PickleOpcode.BinInt2:
                stack.Add((long)source.ReadUInt16());
                break;
            case PickleOpcode.Long1:
                stack.Add(ReadLong(source.ReadByte()));
                break;
            case PickleOpcode.Long4:
                stack.Add(ReadLong(source.ReadUInt32()));
                break;
            case PickleOpcode.BinFloat:
                stack.Add(source.ReadBigEndianDouble());
                break;
            case PickleOpcode.ShortBinString or PickleOpcode.ShortBinBytes:
                PushText(source.ReadByte(), isUnicode: false);
                break;
            case PickleOpcode.BinString or PickleOpcode.BinBytes:
                PushText(source.ReadUInt32(), isUnicode: false);
                break;
            case PickleOpcode.BinBytes8 or PickleOpcode.ByteArray8:
                PushText(source.ReadUInt64(), isUnicode: false);
                break;
            case PickleOpcode.ShortBinUnicode:
                PushText(source.ReadByte(), isUnicode: true);
                break;
            case PickleOpcode.BinUnicode:
                PushText(source.ReadUInt32(), isUnicode: true);
                break;
            case PickleOpcode.BinUnicode8:
                PushText(source.ReadUInt64(), isUnicode: true);
                break;
            case PickleOpcode.EmptyList:
                stack.Add(new PickleSequence(isTuple: false));
                break;
            case PickleOpcode.EmptyTuple:
                stack.Add(new PickleSequence(isTuple: true));
                break;
            case PickleOpcode.EmptyDict:
                stack.Add(new PickleDictionary());
                break;
            case PickleOpcode.Tuple:
                PushTuple(stack.Count - PopMark());
                break;
            case PickleOpcode.Tuple1:
                PushTuple(1);
                break;
            case PickleOpcode.Tuple2:
                PushTuple(2);
                break;
            case PickleOpcode.Tuple3:
                PushTuple(3);
                break;
            case PickleOpcode.Append:
                Append(1);
                break;
            case PickleOpcode.Appends:
                Append(stack.Count - PopMark());
                break;
            case PickleOpcode.SetItem:
                SetItems(2);
                break;
            case PickleOpcode.SetItems:
                SetItems(stack.Count - PopMark());
                break;
            case PickleOpcode.BinPut:
                memo[source.ReadByte()] = Top();
                break;
            case PickleOpcode.LongBinPut:
                memo[source.ReadUInt32()] = Top();
                break;
            case PickleOpcode.Memoize:
                memo[(uint)memo.Count] = Top();
                break;
            case PickleOpcode.BinGet:
                Recall(source.ReadByte());
                break;
            case PickleOpcode.LongBinGet:
                Recall(source.ReadUInt32());
                break;
            case PickleOpcode.Global:
                string module = source.ReadLine(LongestName);
                PushGlobal(module, source.ReadLine(LongestName));
                break;
            case PickleOpcode.StackGlobal:
                string name = PopName();
                PushGlobal(PopName(), name);
                break;
            case PickleOpcode.Reduce:
                Reduce();
                break;
            case PickleOpcode.Build:
                Build();
                break;
            default:
                string found = Enum.IsDefined(opcode) ? $"the opcode {opcode}" : $"the unknown opcode 0x{(byte)opcode:x2}";
                throw Failure("an opcode of plain data and arrays", found, Enum.IsDefined(opcode) ? NotOurs : Damaged);
        }
    }

    private WeightFormatException Failure(string expected, string found, string remedy) => source.Failure(at, expected, found, remedy);

    private int Floor => marks.Count == 0 ? 0 : marks[^1];

    private object? Top() => stack.Count > Floor ? stack[^1] : throw Failure("a value to take", $"none before {opcode}", Damaged);

    private object? Pop()
    {
        object? value = Top();
        stack.RemoveAt(stack.Count - 1);
        return value;
    }

    private int PopMark()
    {
        if (marks.Count == 0)
        {
            throw Failure("a mark", $"none before {opcode}", Damaged);
        }

        int mark = marks[^1];
        marks.RemoveAt(marks.Count - 1);
        return mark;
    }

    private void Recall(uint key)
    {
        if (!memo.TryGetValue(key, out object? value))
        {
            throw Failure("a value kept before", $"none under {key}", Damaged);
        }

        stack.Add(value);
    }

    private long ReadLong(uint length)
    {
        if (length > sizeof(long))
        {
            throw Failure("a whole number of at most 8 bytes", $"one of {length} bytes", NotOurs);
        }

        long value = 0;
        int shift = 64;
        for (int k = 0; k < length; k++)
        {
            value = (long)((ulong)value >> 8) | ((long)source.ReadByte() << 56);
            shift -= 8;
        }

        return length == 0 ? 0 : value >> shift;
    }

    private void PushText(ulong length, bool isUnicode)
    {
        PickleText text = new(source.ReadBytes(length), isUnicode);
        if (isUnicode && !System.Text.Unicode.Utf8.IsValid(text.Bytes))
        {
            throw Failure("text in UTF-8", "bytes that are none", Damaged);
        }

        stack.Add(text);
    }

    private string PopName() =>
        Pop() is PickleText { Bytes.Length: <= LongestName } text ? text.ToString() : throw Failure("a name", "something else", Damaged);

    private void PushTuple(int count) => Collect(new PickleSequence(isTuple: true), count);

    private void Append(int count)
    {
        if (stack.Count - count <= Floor || stack[^(count + 1)] is not PickleSequence { IsTuple: false } list)
        {
            throw Failure("a list to add to", "something else", Damaged);
        }

        stack.RemoveAt(stack.Count - count - 1);
        Collect(list, count);
    }

    /// <summary>Moves the uppermost values into a sequence and pushes that.</summary>
    private void Collect(PickleSequence sequence, int count)
    {
        if (stack.Count - count < Floor)
        {
            throw Failure($"{count} values to take", $"{stack.Count - Floor}", Damaged);
        }

        int from = stack.Count - count;
        for (int k = from; k < stack.Count; k++)
        {
            sequence.Items.Add(stack[k]);
            Deepen(sequence, stack[k]);
        }

        stack.RemoveRange(from, count);
        stack.Add(sequence);
    }

    private void SetItems(int count)
    {
        int from = stack.Count - count;
        if (count % 2 != 0 || from <= Floor || stack[from - 1] is not PickleDictionary dictionary)
        {
            throw Failure("a dictionary and pairs of key and value", "something else", Damaged);
        }

        for (int k = from; k < stack.Count; k += 2)
        {
            dictionary.Entries.Add(new(stack[k], stack[k + 1]));
            Deepen(dictionary, stack[k]);
            Deepen(dictionary, stack[k + 1]);
        }

        stack.RemoveRange(from, count);
    }

    private void Deepen(IPickleContainer container, object? value)
    {
        if (value is IPickleContainer inner && inner.Depth >= container.Depth)
        {
            container.Depth = inner.Depth + 1;
            if (container.Depth > LargestDepth)
            {
                throw Failure($"values nested at most {LargestDepth} deep", "deeper ones", NotOurs);
            }
        }
    }
}
