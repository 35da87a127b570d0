using System.IO.Compression;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Tests.WeightFiles;

/// <summary>What the tests of weight files share: reading from memory, and the one failure that a bad file may end in.</summary>
internal static class WeightReading
{
    public static Model Read(byte[] file, Vocabulary? given = null) =>
        ModelFile.Read(new MemoryStream(file, writable: false), "test.file", given);

    public static WeightFormatException Refused(byte[] file, Vocabulary? given = null)
    {
        WeightFormatException refused = Assert.Throws<WeightFormatException>(() => Read(file, given));
        Assert.DoesNotContain('\n', refused.Message);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        return refused;
    }

    public static Model Small(int layers = 2, int units = 3, int tokens = 5, uint seed = 7) =>
        RandomModels.Create(new NetworkShape(layers, units, tokens), seed);

    public static byte[] Gzip(byte[] file)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
        {
            gzip.Write(file);
        }

        return packed.ToArray();
    }

    public static byte[] Safetensors(Model model, WeightPrecision precision = WeightPrecision.Full)
    {
        string path = Path.GetTempFileName();
        try
        {
            ModelFile.Write(model, path, precision);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
