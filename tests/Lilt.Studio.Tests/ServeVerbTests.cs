using System.Globalization;
using Lilt.Cli;
using Xunit;

namespace Lilt.Studio.Tests;

public sealed class ServeVerbTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Fact]
    public async Task Serve_PortInUse_IsOneLineAndExitCodeOne()
    {
        (int code, string output, string error) = await RunAsync("--port", studio.Address.Port.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains("is in use", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "x")]
    [InlineData("--memory", "255")]
    [InlineData("--memory", "-400")]
    [InlineData("--memory", "1048577")]
    [InlineData("--memory", "much")]
    [InlineData("--model", "nowhere.safetensors")]
    public async Task Serve_BadArgument_IsOneLineAndExitCodeTwo(string option, string value)
    {
        (int code, string output, string error) = await RunAsync(option, value);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Serve_FolderWithoutAModel_IsOneLineAndExitCodeTwo()
    {
        (int code, _, string error) = await RunAsync("--model", Path.Combine(studio.Folder, "page"));

        Assert.Equal(2, code);
        Assert.Contains("there is no model in that folder", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_DataFolderThatIsAFile_IsOneLineAndExitCodeOne()
    {
        (int code, _, string error) = await RunAsync("--port", "0", "--data", studio.ModelFile, "--model", studio.ModelFile);

        Assert.Equal(1, code);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("nowhere", "there is no such folder")]
    [InlineData("study", "that is a study itself")]
    public async Task Serve_StudiesThatAreNoShelf_IsOneLineAndExitCodeTwo(string name, string expected)
    {
        string study = Directory.CreateDirectory(Path.Combine(studio.Folder, "study")).FullName;
        await File.WriteAllTextAsync(Path.Combine(study, "study.json"), "{}", TestContext.Current.CancellationToken);

        (int code, _, string error) = await RunAsync("--port", "0", "--studies", Path.Combine(studio.Folder, name));

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(["serve", .. arguments], new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
