using System.Text;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Tests.WeightFiles;

/// <summary>Pickles that want to run something or to take all memory.</summary>
public sealed class HostilePickleTests
{
    /// <summary>What a refusal may take at most, for files of a few kilobytes.</summary>
    private const long MostBytes = 1 << 20;

    [Theory]
    [InlineData("cos\nsystem\n(U\u0007echo hitR.", "'os.system'")]
    [InlineData("c__builtin__\neval\n(U\u00031+1tR.", "'__builtin__.eval'")]
    [InlineData("cbuiltins\neval\n.", "'builtins.eval'")]
    [InlineData("cposix\nsystem\n.", "'posix.system'")]
    [InlineData("cnumpy.core.multiarray\nfromfile\n.", "'numpy.core.multiarray.fromfile'")]
    [InlineData("cnumpy\nload\n.", "'numpy.load'")]
    [InlineData("c_codecs\nlookup\n.", "'_codecs.lookup'")]
    [InlineData("cnumpy\u001b[2J\nx\n.", "'numpy\\u001b[2J.x'")]
    public void Read_AnyOtherName_IsRefusedByThatName(string body, string found)
    {
        WeightFormatException refused = WeightReading.Refused([0x80, 2, .. Encoding.Latin1.GetBytes(body)]);

        Assert.Equal(found, refused.Found);
        Assert.Equal(2, refused.Offset);
    }

    [Fact]
    public void Read_NameFromTheStack_IsRefusedByThatName()
    {
        byte[] file = new PickleWriter(PickleDialect.Protocol4).Global("os", "system").Ascii("(tR.").ToArray();

        Assert.Equal("'os.system'", WeightReading.Refused(file).Found);
    }

    [Theory]
    [InlineData("(I1\nios\nsystem\n.", "Int")]
    [InlineData("(ios\nsystem\n.", "Inst")]
    [InlineData("(o.", "Obj")]
    [InlineData(")\u0081.", "NewObj")]
    [InlineData("\u0082\u0001.", "Ext1")]
    [InlineData("Pabc\n.", "PersId")]
    [InlineData("NQ.", "BinPersId")]
    [InlineData("\u0092.", "NewObjEx")]
    [InlineData("\u0097.", "NextBuffer")]
    public void Read_OpcodeBeyondPlainData_IsRefusedByItsName(string body, string name)
    {
        WeightFormatException refused = WeightReading.Refused([0x80, 2, .. Encoding.Latin1.GetBytes(body)]);

        Assert.Equal($"the opcode {name}", refused.Found);
    }

    [Fact]
    public void Read_OldProtocol_SaysHowToWriteItAgain() =>
        Assert.Contains(
            "protocol=2",
            WeightReading.Refused(Encoding.ASCII.GetBytes("(dp0\nS'param_values'\n.")).Remedy,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("T\u00ff\u00ff\u00ff\u007f")]
    [InlineData("T\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("B\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("X\u0000\u0000\u0000\u0080")]
    [InlineData("\u008e\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("\u0096\u0000\u0000\u0000\u0000\u0001\u0000\u0000\u0000")]
    [InlineData("\u0095\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f")]
    [InlineData("\u008b\u00ff\u00ff\u00ff\u007f")]
    public void Read_HugeLength_IsNotBelieved(string body) => RefusedCheaply([0x80, 2, .. Encoding.Latin1.GetBytes(body), .. new byte[64]]);

    [Fact]
    public void Read_ArrayOfMoreElementsThanBytes_IsRefused()
    {
        PickleWriter writer = new(PickleDialect.Python2);
        writer.Array([1 << 20, 1 << 20], [1f], "<f4", isFortran: false).Ascii(".");

        Assert.Contains("4 bytes", RefusedCheaply(writer.ToArray()).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DeepNesting_IsRefused()
    {
        Assert.Contains(
            "nested",
            RefusedCheaply([0x80, 2, .. Repeated(")", 1), .. Enumerable.Repeat((byte)0x85, 4000)]).Expected,
            StringComparison.Ordinal
        );
        Assert.Contains("nested", RefusedCheaply([0x80, 2, .. Repeated("(", 4000)]).Expected, StringComparison.Ordinal);
        Assert.Contains(
            "nested",
            RefusedCheaply([0x80, 2, .. Repeated("]", 2000), .. Repeated("a", 1999), (byte)'.']).Expected,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_MemoBomb_TakesNoMoreThanItsBytes()
    {
        // Each list holds the one before twice: 2^30 values if they were copied.
        StringBuilder body = new("]q\u0000");
        for (int level = 1; level < 30; level++)
        {
            body.Append("](h").Append((char)(level - 1)).Append('h').Append((char)(level - 1)).Append("eq").Append((char)level);
        }

        RefusedCheaply([0x80, 2, .. Encoding.Latin1.GetBytes(body + "t.")]);
    }

    [Fact]
    public void Read_ReduceBomb_EncodesOnce()
    {
        // One text of 2,000 letters encoded a thousand times would take two megabytes.
        StringBuilder body = new("c_codecs\nencode\nq\u0000X\u00d0\u0007\u0000\u0000");
        body.Append('a', 2000).Append("q\u0001X\u0006\u0000\u0000\u0000latin1q\u0002(");
        for (int k = 0; k < 1000; k++)
        {
            body.Append("h\u0000h\u0001h\u0002\u0086R");
        }

        RefusedCheaply([0x80, 2, .. Encoding.Latin1.GetBytes(body + "t.")]);
    }

    [Fact]
    public void Read_OneArrayNamedForAll_TakesNoMoreThanItsBytes()
    {
        // 300 layers of one 24 × 24 matrix: 5 MB of weights out of 5 kB.
        PickleWriter writer = new(PickleDialect.Python2);
        writer
            .Ascii("}(")
            .Text("token2idx")
            .Ascii("}(")
            .Text("<s>")
            .Whole(0)
            .Text("</s>")
            .Whole(1)
            .Ascii("u")
            .Text("param_values")
            .Ascii("](");
        writer.Array([2, 24], new float[48], "<f4", false).Array([24, 24], new float[576], "<f4", false).Ascii("q\u0064");
        for (int k = 0; k < 300 * 14; k++)
        {
            writer.Ascii("h\u0064");
        }

        RefusedCheaply(writer.Ascii("h\u0064eu.").ToArray());
    }

    [Fact]
    public void Read_GzipBomb_IsRefusedAtItsLimit()
    {
        const int Unpacked = 64 << 20;
        byte[] bomb = WeightReading.Gzip([0x80, 2, (byte)'B', 0, 0, 0, 4, .. new byte[Unpacked]]);

        WeightFormatException refused = RefusedCheaply(bomb);
        Assert.Contains("16 times the packed file", refused.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GzipCutShort_IsRefused()
    {
        byte[] packed = WeightReading.Gzip(PickleWriter.FolkRnn(WeightReading.Small(), PickleDialect.Protocol4).ToArray());

        Assert.Contains("cut short", WeightReading.Refused(packed[..(packed.Length / 2)]).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EveryTruncation_IsRefused()
    {
        byte[] file = PickleWriter.FolkRnn(WeightReading.Small(), PickleDialect.Python2).ToArray();
        for (int length = 0; length < file.Length; length++)
        {
            WeightReading.Refused(file[..length]);
        }
    }

    private static WeightFormatException RefusedCheaply(byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        WeightFormatException refused = WeightReading.Refused(file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        return refused;
    }

    private static byte[] Repeated(string letter, int count) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(letter, count)));
}
