using System.CommandLine;
using System.Text.Json;
using Lilt.Planting.Causes;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class PlantVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Plant_AKind_WritesANetworkThatSaysWhatIsTrueOfIt()
    {
        string path = Path.Combine(folder, "planted.safetensors");

        (int code, string output, string error) = await Run(
            "plant",
            "durations",
            "--layer",
            "3",
            "--units",
            "32",
            "--seed",
            "7",
            "--out",
            path
        );
        (_, string inspected, _) = await Run("inspect", path, "--json");

        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("layer 3 keeps the whole count. Keeps the count: supported;", output, StringComparison.Ordinal);
        JsonElement model = JsonDocument.Parse(inspected).RootElement;
        Assert.Contains(model.GetProperty("hash").GetString()!, error, StringComparison.Ordinal);
        Assert.Equal(CausalNetwork.Make(CausalKind.Durations, 3, 32, 7).Model.Hash, model.GetProperty("hash").GetString());
        Assert.Equal("3", model.GetProperty("provenance").GetProperty("planted.keeper").GetString());
        Assert.Equal("supported", model.GetProperty("provenance").GetProperty("planted.layer.3.keeps").GetString());
        Assert.Equal("contradicted", model.GetProperty("provenance").GetProperty("planted.layer.2.keeps").GetString());
    }

    [Theory]
    [InlineData("durations", "2")]
    [InlineData("relay", "2")]
    [InlineData("reminded", "2")]
    [InlineData("chance", "none")]
    public async Task Plant_WithoutALayer_TakesOneThatTheKindHas(string kind, string keeper)
    {
        string path = Path.Combine(folder, "planted.safetensors");

        (int code, _, _) = await Run("plant", kind, "--units", "32", "--out", path);
        (_, string inspected, _) = await Run("inspect", path, "--json");

        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(keeper, JsonDocument.Parse(inspected).RootElement.GetProperty("provenance").GetProperty("planted.keeper").GetString());
    }

    [Fact]
    public async Task Plant_List_NamesEveryKindAndItsLayers()
    {
        (int code, string output, _) = await Run("plant", "--list");

        string[] lines = output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(Enum.GetNames<CausalKind>().Select(name => name.ToLowerInvariant()), lines.Select(line => line.Split(' ')[0]));
        Assert.Contains(
            "(layer 2, 3)",
            lines.Single(line => line.StartsWith("reminded", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.Contains("(no layer)", lines.Single(line => line.StartsWith("random", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--list", "plant", "--out", "x")]
    [InlineData("--out FILE", "plant", "durations")]
    [InlineData("'counters': give durations, tokens", "plant", "counters", "--out", "x")]
    [InlineData("--layer 4: durations keeps its count in one of the layers 1, 2, 3", "plant", "durations", "--layer", "4", "--out", "x")]
    [InlineData("--layer 3: relay keeps its count in one of the layers 1, 2", "plant", "relay", "--layer", "3", "--out", "x")]
    [InlineData("--layer 1: chance keeps no count", "plant", "chance", "--layer", "1", "--out", "x")]
    [InlineData("--units is from 32", "plant", "durations", "--units", "31", "--out", "x")]
    [InlineData("--seed is from 0", "plant", "durations", "--seed", "-1", "--out", "x")]
    [InlineData("--direction gone: of durations, tokens, decoys alone", "plant", "clock", "--direction", "gone", "--out", "x")]
    public async Task Plant_WhatThereIsNot_IsOneLineThatSaysWhatToDo(string sentence, params string[] arguments)
    {
        (int code, string output, string error) = await Run(arguments);

        Assert.Equal((CommandLine.BadInput, ""), (code, output));
        Assert.Contains(sentence, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(File.Exists("x"));
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(args, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
