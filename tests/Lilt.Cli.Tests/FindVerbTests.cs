using System.CommandLine;
using System.Text.Json;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class FindVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-find-").FullName;

    public FindVerbTests() =>
        ModelFile.Write(WanderingModel.Create(["M:4/4"], 2, 24, WanderingModel.Bars), Path.Combine(folder, "m.safetensors"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("--tokens", "<s> | C * D")]
    [InlineData("--at", "1 | C * D")]
    public async Task Find_TheBeginningOfATune_NamesTheSeedsThatGenerateWrites(string option, string text)
    {
        (int code, string output, string error) = await Run(option, text, "--seed", "10", "--seeds", "5000");

        Assert.Equal(CommandLine.Done, code);
        Model model = ModelFile.Read(Path.Combine(folder, "m.safetensors"));
        string[] expected =
        [
            .. TuneGenerator
                .Generate(
                    model,
                    new GenerationOptions
                    {
                        Seed = 10,
                        Tunes = 5000,
                        Limit = 6,
                    }
                )
                .Where(tune => Words(model, tune) is ["|", "C", _, "D", ..])
                .Select(tune => $"{tune.Seed}\tby step 4"),
        ];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains($"{expected.Length} found among 5,000 seeds", error, StringComparison.Ordinal);
        Assert.Contains("begins a tune so in 1 of ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_UntilSomeAreFound_EndsThere()
    {
        string[] all = (await Run("--tokens", "C D", "--seeds", "200")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        JsonElement some = JsonDocument.Parse((await Run("--tokens", "C D", "--seeds", "200", "--most", "2", "--json")).Output).RootElement;

        Assert.True(all.Length > 3);
        Assert.Equal(
            all.Take(2).Select(line => line.Split('\t')[0]),
            some.GetProperty("found").EnumerateArray().Select(found => found.GetProperty("seed").ToString())
        );
        Assert.Equal(ulong.Parse(all[1].Split('\t')[0]) + 1, some.GetProperty("seeds").GetUInt64());
    }

    [Theory]
    [InlineData("nothing is known of the tune", "--seed", "1")]
    [InlineData("--tokens C x9, column 3: 'x9'", "--tokens", "C x9")]
    [InlineData("--at :|: a step, from 1,", "--at", ":|")]
    [InlineData("--at 0 C: a step, from 1,", "--at", "0 C")]
    [InlineData("at least one token that is known", "--tokens", "* *")]
    [InlineData("Two different tokens are wanted at step 2.", "--at", "1 C D", "--at", "2 E")]
    [InlineData("--limit: Tunes are cut after step 4", "--at", "5 C", "--limit", "4")]
    [InlineData("--seeds is from 1 to 1, and 2 is not.", "--tokens", "C", "--seed", "4294967295", "--seeds", "2")]
    [InlineData("--most is from 1", "--tokens", "C", "--most", "0")]
    public async Task Find_WhatCannotBeDone_IsOneLine(string said, params string[] options)
    {
        (int code, string output, string error) = await Run(options);

        Assert.Equal((CommandLine.BadInput, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string[] Words(Model model, GeneratedTune tune) => [.. tune.Tokens.Skip(1).Select(token => model.Vocabulary[token])];

    private async Task<(int Code, string Output, string Error)> Run(params string[] options)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(
            ["find", "--model", Path.Combine(folder, "m.safetensors"), .. options],
            new InvocationConfiguration { Output = output, Error = error }
        );
        return (code, output.ToString(), error.ToString());
    }
}
