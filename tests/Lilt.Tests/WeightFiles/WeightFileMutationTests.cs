using System.Buffers.Binary;
using System.Text;
using Lilt.Network;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Tests.WeightFiles;

/// <summary>Damaged weight files: each ends in a model or in one <see cref="WeightFormatException"/>, in bounded memory.</summary>
public sealed class WeightFileMutationTests
{
    /// <summary>Damaged files of a run; three in four are damaged in their structure, one in their numbers or anywhere.</summary>
    private const int Mutations = 120_000;

    private const int LargestSeed = 4096;

    /// <summary>What reading may allocate: so many bytes for each byte of the (unpacked) file …</summary>
    private const long MostPerByte = 128;

    /// <summary>… and so many besides: buffers, the message, and the first room for a text out of a gzip file.</summary>
    private const long MostBesides = 256 << 10;

    private static readonly uint[] Lengths =
    [
        0,
        1,
        2,
        0x7f,
        0xff,
        0x100,
        0x7fff,
        0xffff,
        0x10000,
        0x7fffffff,
        0x80000000,
        0xfffffffc,
        0xffffffff,
    ];
    private static readonly byte[] Opcodes = Encoding.Latin1.GetBytes(
        "(.012FIJKLMNPQRSTUVXabcdeghijloprstu})]GBCq\u0080\u0081\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u0093\u0094\u0095\u0096"
    );

    [Fact]
    public void Read_DamagedFiles_EndInAModelOrOneException()
    {
        Random random = new(20180113);
        List<(byte[] File, bool[] IsNumber, bool IsPacked, bool IsTensors)> seeds = Seeds();
        Assert.All(seeds, seed => Assert.InRange(seed.File.Length, 100, LargestSeed));
        int models = 0;
        int structural = 0;
        long most = 0;
        for (int round = 0; round < Mutations; round++)
        {
            (byte[] file, bool[] isNumber, bool isPacked, bool isTensors) = seeds[round % seeds.Count];
            bool inStructure = random.Next(4) != 0;
            structural += inStructure ? 1 : 0;
            byte[] damaged = isTensors ? MutateTensors(file, isNumber, inStructure, random) : Mutate(file, isNumber, inStructure, random);
            byte[] written = isPacked ? WeightReading.Gzip(damaged) : damaged;
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                WeightReading.Read(written, isTensors ? RandomModels.Vocabulary(4) : null);
                models++;
            }
            catch (WeightFormatException) { }
            catch (Exception e)
            {
                Assert.Fail($"round {round}: {e}\n{Convert.ToHexString(written)}");
            }

            long taken = GC.GetAllocatedBytesForCurrentThread() - before;
            most = Math.Max(most, taken);
            Assert.True(
                taken <= (MostPerByte * damaged.Length) + MostBesides,
                $"round {round}: {taken} bytes\n{Convert.ToHexString(written)}"
            );
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{models} models, {structural} in structure, at most {most} bytes");

        // Damage that no file survives, or that every file survives, would try nothing.
        Assert.InRange(models, Mutations / 100, Mutations / 2);
        Assert.InRange(structural, Mutations / 2, Mutations);
    }

    private static List<(byte[] File, bool[] IsNumber, bool IsPacked, bool IsTensors)> Seeds()
    {
        Model model = RandomModels.Create(new NetworkShape(1, 2, 4));
        List<(byte[] File, bool[] IsNumber, bool IsPacked, bool IsTensors)> seeds = [];
        foreach (PickleDialect dialect in Enum.GetValues<PickleDialect>())
        {
            PickleWriter writer = PickleWriter.FolkRnn(model, dialect, isFortran: dialect == PickleDialect.Protocol3);
            byte[] file = writer.ToArray();
            bool[] isNumber = new bool[file.Length];
            foreach ((int start, int length) in writer.Numbers)
            {
                isNumber.AsSpan(start, length).Fill(true);
            }

            seeds.Add((file, isNumber, false, false));
            if (dialect == PickleDialect.Protocol4)
            {
                seeds.Add((file, isNumber, true, false));
            }
        }

        foreach (
            byte[] file in new[]
            {
                WeightReading.Safetensors(model),
                WeightReading.Safetensors(model, WeightPrecision.Half),
                TorchFile.Write(model),
            }
        )
        {
            int header = 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
            seeds.Add((file, [.. Enumerable.Range(0, file.Length).Select(k => k >= header)], false, true));
        }

        return seeds;
    }

    /// <summary>Damages a file one to three times.</summary>
    private static byte[] Mutate(byte[] file, bool[] isNumber, bool inStructure, Random random)
    {
        List<byte> bytes = [.. file];
        int times = 1 + random.Next(3);
        for (int k = 0; k < times; k++)
        {
            int at = Place(isNumber, bytes.Count, inStructure, random);
            int span = Math.Min(1 + random.Next(16), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes[at] = Opcodes[random.Next(Opcodes.Length)];
                    break;
                case 3:
                    bytes.Insert(at, Opcodes[random.Next(Opcodes.Length)]);
                    break;
                case 4:
                    bytes.RemoveRange(at, Math.Min(span, bytes.Count - 1));
                    break;
                case 5:
                    bytes.InsertRange(at, bytes.GetRange(at, span));
                    break;
                case 6:
                    uint length = Lengths[random.Next(Lengths.Length)];
                    for (int n = 0; n < 4 && at + n < bytes.Count; n++)
                    {
                        bytes[at + n] = (byte)(length >> (8 * n));
                    }

                    break;
                default:
                    if (random.Next(8) == 0)
                    {
                        bytes.RemoveRange(at, bytes.Count - at);
                        bytes.Add((byte)'.');
                    }
                    else
                    {
                        int from = Place(isNumber, bytes.Count, inStructure, random);
                        bytes[at] = bytes[from];
                    }

                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Damages the header's text and, three times in four, makes its length fit again, so that the text is what is read.</summary>
    private static byte[] MutateTensors(byte[] file, bool[] isNumber, bool inStructure, Random random)
    {
        if (!inStructure || random.Next(4) == 0)
        {
            return Mutate(file, isNumber, inStructure, random);
        }

        int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        StringBuilder text = new(Encoding.UTF8.GetString(file, 8, length));
        int times = 1 + random.Next(2);
        for (int k = 0; k < times; k++)
        {
            int at = random.Next(text.Length);
            if (char.IsAsciiDigit(text[at]) || random.Next(3) != 0)
            {
                while (!char.IsAsciiDigit(text[at]))
                {
                    at = (at + 1) % text.Length;
                }

                text.Remove(at, 1).Insert(at, random.Next(4) == 0 ? "9223372036854775807" : random.Next(0, 100).ToString("D1", null));
            }
            else if (random.Next(2) == 0)
            {
                text[at] = "{}[]\",:-.e0\\u"[random.Next(13)];
            }
            else
            {
                int span = Math.Min(random.Next(60), text.Length - at);
                text.Insert(at, text.ToString(at, span));
            }
        }

        byte[] header = Encoding.UTF8.GetBytes(text.ToString());
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        return [.. prefix, .. header, .. file.AsSpan(8 + length)];
    }

    private static int Place(bool[] isNumber, int count, bool inStructure, Random random)
    {
        int at = random.Next(count);
        for (int k = 0; inStructure && k < count && at < isNumber.Length && isNumber[at]; k++)
        {
            at = (at + 1) % count;
        }

        return at;
    }
}
