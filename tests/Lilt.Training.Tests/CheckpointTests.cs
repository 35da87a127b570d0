using Lilt.Gradients.Kernels;
using Xunit;

namespace Lilt.Training.Tests;

public sealed class CheckpointTests
{
    [Fact]
    public void Read_EveryDamagedByteOrLength_IsOneFormatException()
    {
        using SmallCorpus corpus = new();
        string path = corpus.In("checkpoint");
        using FloatMemory memory = new(40);
        for (int n = 0; n < 40; n++)
        {
            memory.Part(n, 1)[0] = n + 0.5f;
        }

        Checkpoint.Write(path, new Checkpoint.Header("{}", 3, "abc", ["<s>", "</s>"], new RunProgress { Update = 7 }), [memory]);
        byte[] good = File.ReadAllBytes(path);
        using FloatMemory read = new(40);
        Checkpoint.Header header = Checkpoint.Read(path, _ => [read]);
        Assert.Equal(7, header.Progress.Update);
        Assert.True(read.Part(0, 40).SequenceEqual(memory.Part(0, 40)));

        for (int n = 0; n < good.Length; n++)
        {
            byte[] bad = [.. good];
            bad[n] ^= 0x20;
            File.WriteAllBytes(path, bad);
            FormatException damaged = Assert.ThrowsAny<FormatException>(() => Checkpoint.Read(path, _ => [read]));
            Assert.Contains(path, damaged.Message, StringComparison.Ordinal);
        }

        for (int length = 0; length < good.Length; length += 7)
        {
            File.WriteAllBytes(path, good[..length]);
            Assert.ThrowsAny<FormatException>(() => Checkpoint.Read(path, _ => [read]));
        }
    }
}
