using System.Runtime.InteropServices;
using System.Text.Json;
using Lilt.Tests;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>The package of the program, installed where nothing of the checkout and nothing of a person is.</summary>
public sealed class InstalledToolProcessTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("lilt-tool-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task TheTool_WhereNothingElseIs_MakesTheStudyOfTheShippedNetworkWithItsPage()
    {
        string feed = Path.Combine(root, "feed");
        string tools = Path.Combine(root, "tools");
        string study = Path.Combine(root, "study");
        await Dotnet(
            "pack",
            Path.Combine(Checkout.Folder, "src", "Lilt.Cli"),
            "--no-build",
            "-c",
            "Release",
            "-o",
            feed,
            $"-p:PublishDir={root}/publish/"
        );
        await Dotnet("tool", "install", "Lilt.Cli", "--prerelease", "--tool-path", tools, "--source", feed);

        (int code, string output, string error) = await BuiltProgram.EndAsync(
            BuiltProgram.Start(
                Path.Combine(tools, "lilt"),
                ["study", "part7", "--seed", "42", "--control", "0", "--out", study],
                ("HOME", ""),
                ("XDG_DATA_HOME", ""),
                ("DOTNET_ROOT", DotnetFolder)
            )
        );

        Assert.True(code == CommandLine.Done, output + error);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(study, "study.json")));
        Assert.Equal(CommandText.Version, json.RootElement.GetProperty("provenance").GetProperty("version").GetString());
        Assert.Contains("lilt-irish", File.ReadAllText(Path.Combine(study, "index.html")), StringComparison.Ordinal);
    }

    private static string DotnetFolder => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Runs the SDK with a home and a package cache of its own.</summary>
    private async Task Dotnet(params string[] arguments)
    {
        (int code, string output, string error) = await BuiltProgram.EndAsync(
            BuiltProgram.Start(
                Path.Combine(DotnetFolder, "dotnet"),
                arguments,
                ("DOTNET_CLI_HOME", Path.Combine(root, "home")),
                ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
                ("DOTNET_NOLOGO", "1"),
                ("MSBUILDDISABLENODEREUSE", "1")
            )
        );
        Assert.True(code == 0, $"dotnet {string.Join(' ', arguments)}: {output}{error}");
    }
}
