using System.CommandLine;
using Lilt.Network;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>What <c>generate --json</c> writes is read by every verb that says so, as the same tunes in tokens are.</summary>
public sealed class GeneratedJsonTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-json-").FullName;
    private readonly string model;

    public GeneratedJsonTests()
    {
        model = In("model.safetensors");
        ModelFile.Write(WanderingModel.Create(["M:4/4", "K:Cmaj"], 2, 24, WanderingModel.Bars), model);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("count FILE")]
    [InlineData("count FILE --json")]
    [InlineData("assess FILE --draws 40 --json")]
    [InlineData("assess FILE --draws 40 --corpus FILE --json")]
    [InlineData("corpus FILE")]
    [InlineData("corpus FILE --format v3")]
    [InlineData("render FILE --to midi --tune 2 --out OUT")]
    [InlineData("record --abc FILE --model MODEL --sites h --out OUT")]
    public async Task Verb_ReadingJson_SaysWhatItSaysOfTokens(string verb)
    {
        List<(int, string, string, byte[])> said = [];
        foreach ((string name, string format) in ((string, string)[])[("t", "tokens"), ("j", "json")])
        {
            await Run(
                "generate",
                "--model",
                model,
                "--prime",
                "M:4/4 K:Cmaj C 2 D 2 E 2 F 2 | G 2 A 2 B 2 c 2 | </s>",
                "--tunes",
                "3",
                "--limit",
                "80",
                "--format",
                format,
                "--out",
                In(name)
            );
        }

        foreach (string name in (string[])["t", "j"])
        {
            // One name for both, since it stands in what is said.
            File.Copy(In(name), In("tunes"), overwrite: true);
            (int code, string output, string error) = await Run([
                .. verb.Split(' ')
                    .Select(word =>
                        word switch
                        {
                            "FILE" => In("tunes"),
                            "OUT" => In("out"),
                            "MODEL" => model,
                            _ => word,
                        }
                    ),
            ]);
            said.Add((code, output, error, File.Exists(In("out")) ? File.ReadAllBytes(In("out")) : []));
        }

        Assert.Equal(CommandLine.Done, said[0].Item1);
        Assert.True(said[0].Item2.Length + said[0].Item4.Length > 0, "nothing was said");
        Assert.Equal((said[0].Item1, said[0].Item2, said[0].Item3), (said[1].Item1, said[1].Item2, said[1].Item3));
        Assert.Equal(said[0].Item4, said[1].Item4);
    }

    [Theory]
    [InlineData("[{\"seed\":1,\"tokens\":[\"<s>\",\"M:4/4\"", "line 1 is damaged")]
    [InlineData("[{\"seed\":1}]", "tune 1 has no 'tokens'")]
    [InlineData("[{\"tokens\":[\"C\"]},\n {\"tokens\":[1]}]", "tune 2 has no 'tokens'")]
    [InlineData("[{\"tokens\":[\"C D\"]}]", "texts without blanks")]
    [InlineData("[", "damaged")]
    [InlineData("[]", "no tune in it")]
    public async Task Count_DamagedJson_IsOneSentence(string json, string expected)
    {
        File.WriteAllText(In("x"), json);
        (int code, _, string error) = await Run("count", In("x"));

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private string In(string name) => Path.Combine(folder, name);
}
