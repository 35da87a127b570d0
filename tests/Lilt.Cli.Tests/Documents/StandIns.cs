using System.Text.Json;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Tests;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;

namespace Lilt.Cli.Tests.Documents;

/// <summary>
/// A folder with small files under the names that the documents' commands give to a reader's own; the current folder while it is held.
/// </summary>
internal sealed class StandIns : IDisposable
{
    /// <summary>The network that everything is done on.</summary>
    public const string Small = "small.safetensors";

    /// <summary>A file of tunes as tokens.</summary>
    public const string Tunes = "TUNES";

    private const string DataHome = "XDG_DATA_HOME";
    private const string Text = """
        M:6/8
        K:Cmaj
        |: G E E E 2 D | E D C G, 3 | G E E E 2 D | E D C C 3 :|

        M:4/4
        K:Cdor
        c 3 d c 2 B G | F G B c d 2 c 2 | c 3 d c 2 B G | F G B d c 4 |

        """;

    private readonly string before = Directory.GetCurrentDirectory();
    private readonly string? data = Environment.GetEnvironmentVariable(DataHome);

    public StandIns()
    {
        Folder = Directory.CreateTempSubdirectory("lilt-documents-").FullName;
        Directory.SetCurrentDirectory(Folder);
        Environment.SetEnvironmentVariable(DataHome, Home(".local/share"));
        Directory.CreateDirectory(Home(".local/share/lilt/models"));

        // What a file is shows in its bytes, so a pickle's name will do for another kind of file of the same network.
        Model model = Network();
        ModelFile.Write(model, Small);
        Array.ForEach(["folkrnn_v2.pkl", "IN", "MODEL"], name => File.Copy(Small, name));

        // These have to know every token of the tunes below.
        string shipped = Path.Combine(Checkout.Folder, "models", "default.safetensors");
        Array.ForEach(["first.safetensors", "second.safetensors"], name => File.Copy(shipped, name));
        File.WriteAllBytes("model.safetensors", TorchFile.Write(model));
        File.WriteAllText(
            "tokens.json",
            JsonSerializer.Serialize(Enumerable.Range(0, model.Vocabulary.Count).Select(token => model.Vocabulary[new Token(token)]))
        );
        File.WriteAllText(
            "grid.json",
            """
            {"task":"assess","models":["small.safetensors"],"plans":["none",{"cut":"random sets","layer":1,"units":5,"sets":2}],
             "seeds":{"from":1,"count":6},"headers":["M:4/4 K:Cmaj"],"tunesAShard":8}
            """
        );
        File.WriteAllText(
            "controls.json",
            """
            {"task":"control","models":["small.safetensors"],"seeds":{"from":1,"count":1},"headers":["M:4/4 K:Cmaj"],
             "control":{"sets":4,"tunes":2,"setsAShard":2},"plans":[{"name":"some","operations":[{"op":"excise","layer":1,"units":[5]}]}]}
            """
        );
        Array.ForEach([Tunes, "CORPUS", "BOOKS", "NOTTINGHAM", "V3", "FILE", "irish-v2.txt"], name => File.WriteAllText(name, Text));
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>A network of two layers whose tunes have measures.</summary>
    public static Model Network() => WanderingModel.Create(["M:4/4", "M:6/8", "K:Cmaj", "K:Cdor"], 2, 24, WanderingModel.Bars);

    /// <summary>A place in the home folder that <c>~</c> stands for.</summary>
    public string Home(string path) => Path.Combine(Folder, "home", path);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(DataHome, data);
        Directory.SetCurrentDirectory(before);
        Directory.Delete(Folder, recursive: true);
    }
}
