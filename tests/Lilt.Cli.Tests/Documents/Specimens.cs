using System.CommandLine;
using System.Text;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests.Documents;

/// <summary>What the verbs write, once, on a small network: the other side of the documents' tables.</summary>
public sealed class Specimens : IAsyncLifetime
{
    private const int CorpusTunes = 30;
    private const string Recipe = """{"layers":1,"units":8,"epochs":1,"batchSize":6,"tunesAShard":3}""";

    private const string Voices = """
        X:1
        T:Two voices
        M:4/4
        L:1/8
        K:C
        V:1
        CDEF GABc|cBAG FEDC|]
        V:2
        C4 G,4|G,4 C4|]
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-specimens-").FullName;

    /// <summary>The folder of a study with its control.</summary>
    public string Study => In("study");

    /// <summary>The folder of a first look.</summary>
    public string Look => In("look");

    /// <summary>A recording of one tune.</summary>
    public string Recording => In("tune.npz");

    /// <summary>The network, as <c>convert</c> writes it.</summary>
    public string Converted => In("converted.safetensors");

    /// <summary>The folder of a training run.</summary>
    public string Run => In("run");

    /// <summary>What each verb writes with <c>--json</c>.</summary>
    public Dictionary<string, string> Json { get; } = [];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string model = In("model.safetensors");
        ModelFile.Write(StandIns.Network(), model);
        File.WriteAllText(In("voices.abc"), Voices);
        File.WriteAllText(In("corpus.txt"), Corpus());
        File.WriteAllText(In("recipe.json"), Recipe);
        await OutputAsync("study", "part7", "--model", model, "--seed", "3", "--control", "2", "--tunes", "2", "--out", Study);
        await OutputAsync("study", "look", "--model", model, "--seed", "3", "--out", Look);
        await OutputAsync("record", "--model", model, "--seed", "3", "--out", Recording);
        await OutputAsync("convert", model, Converted);
        await OutputAsync("train", In("corpus.txt"), "--config", In("recipe.json"), "--run", Run);
        Json["generate"] = await OutputAsync("generate", "--model", model, "--json");
        Json["inspect"] = await OutputAsync("inspect", model, "--json");
        Json["count"] = await OutputAsync("count", In("voices.abc"), In("corpus.txt"), "--json");
        Json["assess"] = await OutputAsync("assess", In("corpus.txt"), "--corpus", In("corpus.txt"), "--draws", "40", "--json");
        File.WriteAllText(In("plan.json"), """{"operations":[{"op":"scale","site":"L1.h","units":"all","value":0.5}]}""");
        Json["find"] = await OutputAsync("find", "--model", model, "--tokens", "C", "--seeds", "40", "--limit", "40", "--json");
        Json["effect"] = await OutputAsync(
            "effect",
            "--model",
            model,
            "--plan",
            In("plan.json"),
            "--tunes",
            "20",
            "--limit",
            "40",
            "--draws",
            "40",
            "--json"
        );
        Json["spectra"] = await OutputAsync("spectra", Recording, "--json");
        Json["units"] = await OutputAsync("units", Recording, "--json");
        Json["windows"] = await OutputAsync("windows", "--length", "40", "--json");
        Json["verify"] = await OutputAsync("verify", Look, "--json");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Corpus()
    {
        StringBuilder text = new();
        for (int tune = 0; tune < CorpusTunes; tune++)
        {
            text.Append("M:4/4\nK:Cmaj\n");
            for (int note = 0; note < 32 + (8 * (tune % 3)); note++)
            {
                text.Append("CDEFGABc"[(tune + (note * (1 + (tune % 3)))) % 8]).Append(note % 8 == 7 ? " | " : " ");
            }

            text.Append("\n\n");
        }

        // A finding of the count: a token that is none.
        return text.Append("M:4/4\nK:Cmaj\nC D E F G A B ?? |\n").ToString();
    }

    private static async Task<string> OutputAsync(params string[] words)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(words, new InvocationConfiguration { Output = output, Error = error });
        Assert.True(code == CommandLine.Done, $"{string.Join(' ', words)}: {error}");
        return output.ToString();
    }

    private string In(string name) => Path.Combine(folder, name);
}
