using System.CommandLine;
using System.Text.Json;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>
/// The verbs that analyse a recording, on one whose units are tones: unit 1 of layer 2 beats every 9 steps, as the measures do.
/// </summary>
public sealed class SpectraVerbTests : IDisposable
{
    private const int Steps = 147;
    private const int Beating = 1;

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-spectra").FullName;

    private string Recording => Path.Combine(folder, "tune.npz");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Units_BandOfTheMeasure_RanksTheUnitThatBeats()
    {
        Write(measureEvery: 9);
        (int code, string output, string error) = await Run("units", Recording, "--layer", "2", "--top", "0.25", "--json");

        Assert.Equal((CommandLine.Done, ""), (code, error));
        JsonElement document = JsonDocument.Parse(output).RootElement;
        Assert.Equal(9 * 0.965, document.GetProperty("band")[0].GetDouble(), 1e-9);
        JsonElement unit = Assert.Single(document.GetProperty("units").EnumerateArray());
        Assert.Equal(Beating, unit.GetProperty("unit").GetInt32());
        Assert.InRange(unit.GetProperty("fraction").GetDouble(), 0.5, 1);
        Assert.Equal(0.25, document.GetProperty("share").GetDouble());
        Assert.Equal(8, document.GetProperty("conventions").EnumerateObject().Count());
    }

    [Fact]
    public async Task Units_Threshold_StandsInTheDocument()
    {
        Write(measureEvery: 9);
        (_, string output, _) = await Run("units", Recording, "--layer", "2", "--band", "8.7", "9.3", "--above", "0.00025", "--json");

        JsonElement document = JsonDocument.Parse(output).RootElement;
        Assert.Equal(2, document.GetProperty("layer").GetInt32());
        Assert.Equal([8.7, 9.3], document.GetProperty("band").EnumerateArray().Select(end => end.GetDouble()));
        Assert.Equal(0.00025, document.GetProperty("above").GetDouble());
        Assert.Equal(Beating, document.GetProperty("units")[0].GetProperty("unit").GetInt32());
    }

    [Fact]
    public async Task Spectra_Json_NamesThePeakAndItsFamily()
    {
        Write(measureEvery: 9);
        (int code, string output, _) = await Run("spectra", Recording, "--json");

        Assert.Equal(CommandLine.Done, code);
        JsonElement document = JsonDocument.Parse(output).RootElement;
        Assert.Equal(9, document.GetProperty("measure").GetDouble());
        JsonElement[] sites = [.. document.GetProperty("sites").EnumerateArray()];
        Assert.Equal(["L1.h", "L2.h", "posterior"], sites.Select(site => site.GetProperty("site").GetString()));
        JsonElement peak = Assert.Single(
            sites[1].GetProperty("peaks").EnumerateArray(),
            found =>
                found.GetProperty("period").ValueKind == JsonValueKind.Number
                && Math.Abs(found.GetProperty("period").GetDouble() - 9) < 0.05
        );
        Assert.Equal("1/1", peak.GetProperty("family").GetString());
        Assert.Equal("stands", peak.GetProperty("standing").GetString());
    }

    [Fact]
    public async Task Spectra_Text_ListsEverySite()
    {
        Write(measureEvery: 9);
        (int code, string output, _) = await Run(
            "spectra",
            Recording,
            "--window",
            "rectangular",
            "--points",
            "native",
            "--dc",
            "exclude",
            "--detrend",
            "mean",
            "--rectify"
        );

        Assert.Equal(CommandLine.Done, code);
        Assert.StartsWith("147 steps, rectangular window, 147 points, measure interval 9", output, StringComparison.Ordinal);
        Assert.Contains("L2.h: 4 units", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--layer 3", "layers 1 to 2")]
    [InlineData("--top 1.5", "from 0 to 1")]
    [InlineData("--top 0.3 --above 0.1", "give one")]
    [InlineData("--band 9 8", "shortest")]
    [InlineData("--tune 1", "1 tune(s)")]
    [InlineData("", "fewer than 4 measures")]
    public async Task Units_BadArgument_IsOneLineAndExitCodeTwo(string options, string says)
    {
        Write(measureEvery: 60);
        (int code, string output, string error) = await Run([
            "units",
            Recording,
            .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ]);

        Assert.Equal((CommandLine.BadInput, ""), (code, output));
        Assert.Contains(says, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spectra_FileOfAnotherKind_IsOneLineAndExitCodeTwo()
    {
        File.WriteAllText(Recording, "no recording");
        (int code, _, string error) = await Run("spectra", Recording);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("tune.npz", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(args, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private void Write(int measureEvery)
    {
        RecordingFacts facts = new()
        {
            Version = "0",
            ModelHash = "0",
            Layers = 2,
            Units = 4,
            Vocabulary = ["<s>", "</s>", "A", "|"],
        };
        float[] hidden = new float[Steps * 8];
        float[] posterior = new float[Steps * 4];
        for (int step = 0; step < Steps; step++)
        {
            for (int unit = 0; unit < 8; unit++)
            {
                double period = unit == 4 + Beating ? 9 : 3 + (0.3 * unit);
                hidden[(step * 8) + unit] = (float)(0.5 * Math.Cos(2 * Math.PI * step / period));
            }

            posterior.AsSpan(step * 4, 4).Fill(0.25f);
        }

        Token[] tokens = [.. Enumerable.Range(0, Steps).Select(step => new Token(step % measureEvery == 0 ? 3 : 2))];
        using RecordingWriter writer = new(Recording, many: false);
        writer.Write(
            new TuneRecording(
                facts,
                tokens,
                tokens,
                new Dictionary<SiteKind, float[]> { [SiteKind.Hidden] = hidden, [SiteKind.Posterior] = posterior }
            )
        );
        writer.Complete();
    }
}
