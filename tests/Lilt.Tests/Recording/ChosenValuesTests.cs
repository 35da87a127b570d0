using System.IO.Compression;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Recording;

public sealed class ChosenValuesTests
{
    private static readonly TuneRecording Tune = TuneRecordings
        .Record(
            RandomModels.Create(new NetworkShape(2, 5, 9)),
            new GenerationOptions { Limit = 12, Prime = [.. Enumerable.Range(2, 7).Select(index => (Token?)new Token(index))] },
            cancellation: TestContext.Current.CancellationToken
        )
        .Single();

    [Fact]
    public void Of_UnitsAndSteps_AreThoseOfTheRecording()
    {
        ChosenValues chosen = ChosenValues.Of(Tune, Site.C(2), [1, 4], 3, 6);
        float[] expected = new float[8];
        for (int step = 3; step <= 6; step++)
        {
            expected[2 * (step - 3)] = Tune.Values(SiteKind.Cell)[(step * 10) + 5 + 1];
            expected[(2 * (step - 3)) + 1] = Tune.Values(SiteKind.Cell)[(step * 10) + 5 + 4];
        }

        Assert.Equal(4, chosen.Steps);
        Assert.Equal(expected, chosen.Values.ToArray());
    }

    [Fact]
    public void ToCsv_IsReadBackToTheBit()
    {
        ChosenValues chosen = ChosenValues.Of(Tune, Site.H(1), [0, 3], 2, 4);
        string[][] rows = [.. chosen.ToCsv().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(','))];

        Assert.Equal(["step", "token", "L1.h[0]", "L1.h[3]"], rows[0]);
        Assert.Equal(["2", "3", "4"], rows[1..].Select(row => row[0]));
        Assert.Equal(
            Enumerable.Range(2, 3).Select(step => Tune.Facts.Vocabulary[Tune.Output[step].Index]),
            rows[1..].Select(row => row[1])
        );
        Assert.Equal(
            chosen.Values.ToArray(),
            rows[1..].SelectMany(row => row[2..].Select(cell => float.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)))
        );
    }

    [Fact]
    public void WriteNpz_HoldsValuesUnitsAndSteps()
    {
        ChosenValues chosen = ChosenValues.Of(Tune, Site.Posterior, null, 1);
        using MemoryStream file = new();
        chosen.WriteNpz(file);
        using ZipArchive archive = new(file, ZipArchiveMode.Read);
        string path = Path.GetTempFileName();
        try
        {
            archive.GetEntry("posterior.npy")!.ExtractToFile(path, overwrite: true);
            float[] values = NumpyFile.Read(path, out int[] shape);

            Assert.Equal([Tune.Steps - 1, 9], shape);
            Assert.Equal(chosen.Values.ToArray(), values);
            Assert.Equal(
                ["posterior.npy", "units.npy", "steps.npy", "input.npy", "output.npy", "recording.json"],
                archive.Entries.Select(entry => entry.Name)
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Of_WhatIsNotThere_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => ChosenValues.Of(Tune, Site.H(3), null));
        Assert.Throws<ArgumentException>(() => ChosenValues.Of(Tune, Site.H(1), [5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChosenValues.Of(Tune, Site.H(1), [0], 0, Tune.Steps));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChosenValues.Of(Tune, Site.H(1), [0], 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChosenValues.Of(Tune, Site.H(1), [0], -1));
    }

    [Theory]
    [InlineData("3,5-9", "3,5-9")]
    [InlineData("9,5,6,7, 8,3", "3,5-9")]
    [InlineData("0", "0")]
    [InlineData("1-2,4", "1-2,4")]
    public void NumberRanges_AnyOrder_AreWrittenAscending(string text, string written) =>
        Assert.Equal(written, NumberRanges.Write(NumberRanges.Read(text, 10)));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("5-3")]
    [InlineData("1-2-3")]
    [InlineData("-1")]
    [InlineData("10")]
    [InlineData("3,,4")]
    [InlineData("99999999999")]
    public void NumberRanges_NoNumbers_AreRefused(string text) => Assert.Throws<FormatException>(() => NumberRanges.Read(text, 10));
}
