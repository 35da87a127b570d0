using System.CommandLine;
using System.Text.Json;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class ModelVerbsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Inspect_Json_HasTheFiguresThatScriptsRelyOn()
    {
        Model model = SmallModel();
        string path = Path.Combine(folder, "small.safetensors");
        ModelFile.Write(model, path);

        (int code, string output, _) = await RunAsync("inspect", path, "--json");

        JsonElement json = JsonDocument.Parse(output).RootElement;
        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(2, json.GetProperty("layers").GetInt32());
        Assert.Equal(3, json.GetProperty("units").GetInt32());
        Assert.Equal(4, json.GetProperty("tokens").GetInt32());
        Assert.Equal(model.Shape.Parameters, json.GetProperty("parameters").GetInt64());
        Assert.Equal(12, json.GetProperty("initialStateParameters").GetInt64());
        Assert.Equal(model.Hash, json.GetProperty("hash").GetString());
        Assert.Equal(["<s>", "</s>", "A", "|"], json.GetProperty("vocabulary").EnumerateArray().Select(token => token.GetString()));
        Assert.Equal("0.25", json.GetProperty("provenance").GetProperty("loss").GetString());
    }

    [Fact]
    public async Task Inspect_NoSuchModel_IsOneLineThatNamesIt()
    {
        (int code, string output, string error) = await RunAsync("inspect", Path.Combine(folder, "missing.pkl"));

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Empty(output);
        Assert.Contains("missing.pkl", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Inspect_DamagedModel_IsOneLineAndExitCodeTwo()
    {
        string path = Path.Combine(folder, "bad.pkl");
        File.WriteAllBytes(path, [0x80, 2, (byte)'c', .. "os\nsystem\n."u8]);

        (int code, _, string error) = await RunAsync("inspect", path);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("bad.pkl, byte 2: ", error, StringComparison.Ordinal);
        Assert.Contains("'os.system'", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Convert_SafetensorsToItself_IsRefusedAndLeavesTheFile()
    {
        string path = Path.Combine(folder, "small.safetensors");
        ModelFile.Write(SmallModel(), path);
        byte[] before = File.ReadAllBytes(path);

        (int code, _, _) = await RunAsync("convert", path, path);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task Convert_Half_IsHalfTheDataAndRoundsEveryWeight()
    {
        Model model = SmallModel();
        string path = Path.Combine(folder, "small.safetensors");
        string half = Path.Combine(folder, "half.safetensors");
        ModelFile.Write(model, path);

        (int code, _, string error) = await RunAsync("convert", path, half, "--half");

        Model read = ModelFile.Read(half);
        Assert.Equal(CommandLine.Done, code);
        Assert.Contains(read.Hash, error, StringComparison.Ordinal);
        Assert.NotEqual(model.Hash, read.Hash);
        Assert.Equal(model.Weights.OutputWeights.ToArray().Select(weight => (float)(Half)weight), read.Weights.OutputWeights.ToArray());
    }

    [Fact]
    public async Task Convert_WeightBeyondFloat16_SaysWhichAndLeavesNoFile()
    {
        Model model = RandomModels.Changed(SmallModel(), weights => weights.OutputBias[1] = 70000f);
        string path = Path.Combine(folder, "large.safetensors");
        string half = Path.Combine(folder, "half.safetensors");
        ModelFile.Write(model, path);

        (int code, _, string error) = await RunAsync("convert", path, half, "--half");

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("output.bias holds 70000 at index 1", error, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    private static Model SmallModel()
    {
        NetworkWeights weights = new(new NetworkShape(2, 3, 4));
        for (int k = 0; k < weights.OutputWeights.Length; k++)
        {
            weights.OutputWeights[k] = (k + 1) / 7f;
        }

        ModelProvenance provenance = new("small", new Dictionary<string, string> { ["loss"] = "0.25" });
        return new Model(new Vocabulary(["<s>", "</s>", "A", "|"]), weights, provenance);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(args, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
