using System.Diagnostics;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Recording;

public sealed class NumpyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-npy").FullName;

    private string Path => System.IO.Path.Combine(folder, "a.npy");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(6)]
    [InlineData(2, 3)]
    [InlineData(3, 1, 2)]
    [InlineData(0, 4)]
    public void Read_WhatWasWritten_IsTheSameToTheBit(params int[] shape)
    {
        float[] values =
        [
            .. new[] { 1.5f, -0f, float.NaN, float.Epsilon, float.NegativeInfinity, 3e38f }.Take(shape.Aggregate((a, b) => a * b)),
        ];
        NumpyFile.Write(Path, values, shape);

        float[] read = NumpyFile.Read(Path, out int[] axes);

        Assert.Equal(values.Select(BitConverter.SingleToInt32Bits), read.Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(shape, axes);
    }

    [Fact]
    public void Write_WithoutAShape_HasOneAxis()
    {
        NumpyFile.Write(Path, [1f, 2f]);

        Assert.Equal([1f, 2f], NumpyFile.Read(Path, out int[] shape));
        Assert.Equal([2], shape);
    }

    [Fact]
    public void Write_ValuesOfASite_AreStepsByUnits()
    {
        Model model = RandomModels.Create(new NetworkShape(2, 5, 8));
        TuneRecording tune = TuneRecordings.Record(model, new GenerationOptions { Limit = 12 }).Single();
        NumpyFile.Write(Path, tune[Site.H(2)]);

        Assert.Equal(tune[Site.H(2)].ToArray(), NumpyFile.Read(Path, out int[] shape));
        Assert.Equal([tune.Steps, 5], shape);
    }

    [Fact]
    public void Write_ShapeOfOtherSize_IsAnErrorAndLeavesNothing()
    {
        Assert.Throws<ArgumentException>(() => NumpyFile.Write(Path, [1f, 2f, 3f], 2, 2));
        Assert.Throws<ArgumentException>(() => NumpyFile.Write(Path, [1f, 2f], -1, -2));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void Read_AnotherType_SaysHowToConvertIt()
    {
        NumpyFile.Write(Path, [1.0, 2.0]);

        RecordingFormatException error = Assert.Throws<RecordingFormatException>(() => NumpyFile.Read(Path, out _));

        Assert.Contains("<f4", error.Message, StringComparison.Ordinal);
        Assert.Contains("numpy.float32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedFiles_AreTheOneError()
    {
        NumpyFile.Write(Path, [1f, 2f, 3f, 4f], 2, 2);
        byte[] whole = File.ReadAllBytes(Path);
        for (int length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(Path, whole[..length]);
            Assert.Throws<RecordingFormatException>(() => NumpyFile.Read(Path, out _));
        }
    }

    [Fact]
    public void NumPy_OpensEveryTypeAndShape_AndWhatItSavesIsRead()
    {
        Assert.SkipUnless(HasNumPy(), "python3-numpy is missing");
        NumpyFile.Write(System.IO.Path.Combine(folder, "f.npy"), [1f, 2f, 3f, 4f, 5f, 6f], 2, 3);
        NumpyFile.Write(
            System.IO.Path.Combine(folder, "d.npy"),
            new double[,]
            {
                { 1, 2 },
                { 3, 4.25 },
            }
        );
        NumpyFile.Write(System.IO.Path.Combine(folder, "i.npy"), [7, -8], 2);
        const string Script = """
            import sys, numpy as np
            f, d, i = (np.load(sys.argv[1] + name) for name in ('/f.npy', '/d.npy', '/i.npy'))
            assert (f.dtype, f.shape, f[1, 2]) == (np.float32, (2, 3), 6), f
            assert (d.dtype, d.shape, d[1, 1]) == (np.float64, (2, 2), 4.25), d
            assert i.dtype == np.int32 and i.tolist() == [7, -8], i
            np.save(sys.argv[1] + '/a.npy', np.arange(24, dtype=np.float32).reshape(2, 3, 4))
            """;
        using Process python = Process.Start(
            new ProcessStartInfo("/usr/bin/python3", ["-c", Script, folder]) { RedirectStandardError = true }
        )!;
        string error = python.StandardError.ReadToEnd();
        python.WaitForExit();
        Assert.True(python.ExitCode == 0, error);

        Assert.Equal(Enumerable.Range(0, 24).Select(n => (float)n), NumpyFile.Read(Path, out int[] shape));
        Assert.Equal([2, 3, 4], shape);
    }

    private static bool HasNumPy()
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo("/usr/bin/python3", ["-c", "import numpy"]) { RedirectStandardError = true }
            )!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
