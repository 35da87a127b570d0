using System.CommandLine;
using System.Text.Json;
using Lilt.Network;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class EffectVerbTests : IDisposable
{
    private const string Cut = """{"operations":[{"op":"excise","layer":1,"units":[0,1,2,3,4,5]}]}""";
    private const string Nothing = """{"operations":[{"op":"scale","site":"L1.h","units":"all","value":1}]}""";
    private const string Prime = "M:4/4 K:Cmaj C 2 D 2 E 2 F 2 |";
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-effect-").FullName;

    public EffectVerbTests() =>
        ModelFile.Write(WanderingModel.Create(["M:4/4", "K:Cmaj"], 2, 24, WanderingModel.Bars), In("m.safetensors"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Effect_Json_HasTheFiguresThatAssessGivesOfEitherSide()
    {
        JsonElement effect = Root(await Done(Cut, "--json"));
        JsonElement before = await Assessed();
        JsonElement after = await Assessed("--plan", In("plan.json"));

        Assert.Equal((25, 3), (effect.GetProperty("tunes").GetInt32(), effect.GetProperty("seed").GetInt32()));
        foreach (string name in (string[])["countedMeasures", "closedRepeats", "notesInMode", "measures", "tokens"])
        {
            JsonElement figure = Figure(effect, name);
            Assert.Equal(Value(Figure(before, name).GetProperty("tunes")), figure.GetProperty("baseline").GetDouble());
            Assert.Equal(Value(Figure(after, name).GetProperty("tunes")), figure.GetProperty("operated").GetDouble());
            Assert.Equal(
                Value(Figure(after, name).GetProperty("tunes")) - Value(Figure(before, name).GetProperty("tunes")),
                Value(figure.GetProperty("difference")),
                1e-12
            );
        }

        Assert.True(Value(effect.GetProperty("changed")) > 0);
    }

    [Fact]
    public async Task Effect_Table_SaysWhatIsUndeterminedAndHowItWasFound()
    {
        string table = await Done(Nothing);

        Assert.Contains("length in measures", table, StringComparison.Ordinal);
        Assert.Contains("undetermined", table, StringComparison.Ordinal);
        Assert.DoesNotContain(" more ", table.Split("In brackets")[0], StringComparison.Ordinal);
        Assert.Contains("The plan changed 0.0 % of 25 tunes [0.0–13.3].", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effect_OnceMoreOnAnotherNumberOfThreads_IsTheSame() =>
        Assert.Equal(await Done(Cut, "--json", "--threads", "1"), await Done(Cut, "--json", "--threads", "3"));

    [Theory]
    [InlineData("--tunes 19", "--tunes is from 20")]
    [InlineData("--rng stream", "cannot be written in pairs")]
    [InlineData("--draws 3", "--draws is from 40")]
    public async Task Effect_WhatCannotBeDone_IsOneLine(string options, string said)
    {
        (int code, string output, string error) = await Run(Cut, options.Split(' '));

        Assert.Equal((CommandLine.BadInput, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static JsonElement Root(string json) => JsonDocument.Parse(json).RootElement;

    private static JsonElement Figure(JsonElement of, string name) =>
        of.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("name").GetString() == name);

    private static double Value(JsonElement estimate) => estimate.GetProperty("value").GetDouble();

    private async Task<JsonElement> Assessed(params string[] more)
    {
        await Words([
            "generate",
            "--model",
            In("m.safetensors"),
            "--seed",
            "3",
            "--tunes",
            "25",
            "--limit",
            "60",
            "--prime",
            Prime,
            "--format",
            "tokens",
            "--out",
            In("tunes.txt"),
            .. more,
        ]);
        return Root((await Words(["assess", In("tunes.txt"), "--draws", "40", "--json"])).Output);
    }

    private async Task<string> Done(string plan, params string[] options)
    {
        (int code, string output, string error) = await Run(plan, options);
        Assert.True(code == CommandLine.Done, error);
        return output;
    }

    private async Task<(int Code, string Output, string Error)> Run(string plan, params string[] options)
    {
        await File.WriteAllTextAsync(In("plan.json"), plan);
        string[] tunes = options.Contains("--tunes") ? [] : ["--tunes", "25"];
        return await Words([
            "effect",
            "--model",
            In("m.safetensors"),
            "--plan",
            In("plan.json"),
            "--seed",
            "3",
            "--limit",
            "60",
            "--prime",
            Prime,
            .. tunes,
            .. options,
        ]);
    }

    private static async Task<(int Code, string Output, string Error)> Words(string[] words)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(words, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private string In(string name) => Path.Combine(folder, name);
}
