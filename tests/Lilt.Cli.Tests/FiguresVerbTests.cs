using System.CommandLine;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class FiguresVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-figures-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Figures_FolderWithoutAStudy_SaysHowToMakeOne()
    {
        (int code, string error) = await RunAsync("figures", folder);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("lilt study part7", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("""{"schema":"lilt-study/9"}""", "lilt-study/2")]
    [InlineData("""{"schema":"lilt-study/2","kind":"something else","figures":{"unheardOf":{}}}""", "'something else'")]
    public async Task Figures_StudyOfAnotherFormOrOfNoKnownFigure_NamesWhatItIs(string study, string named)
    {
        Assert.SkipUnless(
            File.Exists(Path.Combine(AppContext.BaseDirectory, "web", "node", "figures.mjs")),
            "Node.js is missing, so the web parts are not built."
        );
        await File.WriteAllTextAsync(Path.Combine(folder, "study.json"), study, TestContext.Current.CancellationToken);

        (int code, string error) = await RunAsync("figures", folder);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private static async Task<(int Code, string Error)> RunAsync(params string[] args)
    {
        StringWriter error = new();
        int code = await CommandLine.RunAsync(args, new InvocationConfiguration { Error = error, Output = TextWriter.Null });
        return (code, error.ToString());
    }
}
