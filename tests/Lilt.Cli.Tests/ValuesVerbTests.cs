using System.CommandLine;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class ValuesVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-values-").FullName;

    public ValuesVerbTests() => ModelFile.Write(RandomModels.Create(new NetworkShape(2, 6, 9)), In("m.safetensors"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Values_ToTheStream_AreTheTableOfTheChoice()
    {
        ChosenValues chosen = ChosenValues.Of(await RecordAsync(), Site.C(2), [1, 2, 4], 3, 5);
        (int code, string output, _) = await Run("values", In("tune.npz"), "--site", "L2.c", "--units", "4,1-2", "--steps", "3-5");

        Assert.Equal((CommandLine.Done, chosen.ToCsv()), (code, output));
    }

    [Fact]
    public async Task Values_ToFiles_GoByTheirEnding()
    {
        ChosenValues chosen = ChosenValues.Of(await RecordAsync(), Site.H(1), null);
        await Run("values", In("tune.npz"), "--out", In("all.csv"));
        await Run("values", In("tune.npz"), "--out", In("all.npz"));
        using MemoryStream npz = new();
        chosen.WriteNpz(npz);

        Assert.Equal(chosen.ToCsv(), await File.ReadAllTextAsync(In("all.csv")));
        Assert.Equal(npz.ToArray(), await File.ReadAllBytesAsync(In("all.npz")));
    }

    [Theory]
    [InlineData("--units 6", "--units: There is no 6: they go from 0 to 5.")]
    [InlineData("--units x", "--units: 'x' is no number")]
    [InlineData("--steps 1,5", "--steps 1,5: steps are one run")]
    [InlineData("--steps 999", "--steps: There is no 999")]
    [InlineData("--site L3.h", "--site L3.h: the recording has layers 1 to 2.")]
    [InlineData("--site h", "--site h: ")]
    [InlineData("--tune 1", "--tune 1: ")]
    public async Task Values_WhatIsNotThere_IsOneLine(string options, string said)
    {
        await RecordAsync();
        (int code, string output, string error) = await Run(["values", In("tune.npz"), .. options.Split(' ')]);

        Assert.Equal((CommandLine.BadInput, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<TuneRecording> RecordAsync()
    {
        await Run("record", "--model", In("m.safetensors"), "--tokens", "t2 t3 t4 t5 t6 t7 t8 t2", "--out", In("tune.npz"));
        using RecordingReader reader = new(In("tune.npz"));
        return reader.Read(0);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] words)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(words, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private string In(string name) => Path.Combine(folder, name);
}
