using System.CommandLine;
using System.Text.Json;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Sweeping.Plans;
using Lilt.Tests;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests.Documents;

/// <summary>Every snippet of the documents is compiled, run or read.</summary>
[Collection(CurrentFolder.Name)]
public sealed class SnippetsTests
{
    private const string Python = "/usr/bin/python3";

    [Fact]
    public void Blocks_OfAnyLanguage_AreHeldByATest() =>
        Assert.Equal(
            ["csharp", "json", "python"],
            Blocks()
                .Where(of => of.Name != Document.Tutorial)
                .Select(of => of.Block.Language)
                .Where(language => language.Length > 0)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void CSharp_OfEveryDocument_IsCompiledWithTheTests()
    {
        string[] compiled =
        [
            .. File.ReadAllLines(Path.Combine(Checkout.Folder, "tests", "Lilt.Cli.Tests", "Documents", $"{nameof(QuotedSnippets)}.cs"))
                .Select(line => line.Trim()),
        ];
        string text = string.Join('\n', compiled);
        foreach ((string name, CodeBlock block) in Blocks("csharp"))
        {
            string[] lines = [.. block.Lines.Select(line => line.Trim())];
            Assert.All(
                lines.Where(line => line.StartsWith("#:project ", StringComparison.Ordinal)),
                line => Assert.True(File.Exists(Path.Combine(Checkout.Folder, line.Split(' ')[1])), $"{name}: {line}")
            );
            Assert.All(
                lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal)),
                line => Assert.True(compiled.Contains(line), $"{name}: {line}")
            );
            string body = string.Join(
                '\n',
                lines.SkipWhile(line =>
                    line.Length == 0
                    || line.StartsWith("#:", StringComparison.Ordinal)
                    || line.StartsWith("using ", StringComparison.Ordinal)
                )
            );
            Assert.True(
                text.Contains(body, StringComparison.Ordinal),
                $"{name}: the snippet of line {block.Line} does not stand in {nameof(QuotedSnippets)}"
            );
        }
    }

    [Fact]
    public void CSharp_OfReadme_WritesATuneWithoutTheUnit()
    {
        string before = Directory.GetCurrentDirectory();
        TextWriter console = Console.Out;
        StringWriter output = new();
        try
        {
            Directory.SetCurrentDirectory(Checkout.Folder);
            Console.SetOut(output);
            QuotedSnippets.Cut();
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(before);
        }

        Assert.StartsWith("<s> M:", Assert.Single(output.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void CSharp_OfPlansFromMemory_RunsOnTheShippedNetwork()
    {
        Model model = ModelFile.Read(Path.Combine(Checkout.Folder, "models", "default.safetensors"));
        TuneRecording tune = TuneRecordings.Record(model, new GenerationOptions { Seed = 42 }).Single();
        float[] direction = new float[model.Shape.Units];
        direction[247] = 1;

        Assert.All(
            QuotedSnippets.FromMemory(tune, direction),
            plan =>
                Assert.NotEqual(tune.Output, TuneRecordings.Record(model.With(plan), new GenerationOptions { Seed = 42 }).Single().Output)
        );
    }

    [Fact]
    public void Json_OfEveryDocument_IsAPlanASweepOrASchema() =>
        Assert.All(
            Blocks("json"),
            of =>
            {
                using JsonDocument json = JsonDocument.Parse(of.Block.Text);
                if (json.RootElement.TryGetProperty("task", out _))
                {
                    SweepCheck.Check(SweepPlanReader.Read(of.Block.Text, Checkout.Folder, ModelOption.Folders().Find, of.Name));
                }
                else if (!json.RootElement.TryGetProperty("$schema", out _))
                {
                    Assert.NotEmpty(OperationPlan.Parse(of.Block.Text).Operations);
                }
            }
        );

    /// <summary>All but those of the package and of the tutorial, which Lilt.Native.Tests runs.</summary>
    [Fact]
    public async Task Python_OfEveryDocument_RunsOnRecordings()
    {
        await RequireNumpyAsync();
        using StandIns standIns = new();
        InvocationConfiguration silent = new() { Output = TextWriter.Null, Error = TextWriter.Null };
        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(["record", "--model", StandIns.Small, "--out", "tune.npz"], silent));
        Assert.Equal(
            CommandLine.Done,
            await CommandLine.RunAsync(["record", "--model", StandIns.Small, "--tunes", "2", "--out", "many.npz"], silent)
        );
        foreach (
            (string name, CodeBlock block) in Blocks("python")
                .Where(of => of.Name != Document.Tutorial && !of.Block.Lines.Contains("import lilt"))
        )
        {
            (int code, string output, string error) = await BuiltProgram.EndAsync(BuiltProgram.Start(Python, ["-c", block.Text]));

            Assert.True(code == 0, $"{name}, line {block.Line}: {error}");
            Assert.Matches(@"^\(\d+, 24\) \d+\n$", output);
        }
    }

    private static IEnumerable<(string Name, CodeBlock Block)> Blocks(string? language = null) =>
        from name in Document.Names
        from block in new Document(name).Blocks
        where language is null || block.Language == language
        select (name, block);

    private static async Task RequireNumpyAsync()
    {
        bool present = File.Exists(Python) && (await BuiltProgram.EndAsync(BuiltProgram.Start(Python, ["-c", "import numpy"]))).Code == 0;
        Assert.False(!present && Environment.GetEnvironmentVariable("CI") == "true", "python3-numpy is missing.");
        Assert.SkipUnless(present, "python3-numpy is missing.");
    }
}
