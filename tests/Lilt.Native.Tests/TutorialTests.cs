using System.Diagnostics;
using Lilt.Tests;
using Xunit;

namespace Lilt.Native.Tests;

/// <summary>The tutorial says what its commands and cells say, by the program and the package, and its pictures are those that they draw.</summary>
public sealed class TutorialTests(PythonPackage package) : IClassFixture<PythonPackage>
{
    private const int Differs = 1;

    [Fact]
    public void Tutorial_RunAgain_SaysWhatIsWritten()
    {
        (int code, string said) = Check(Checkout.Folder);

        Assert.True(code == 0, said);
    }

    /// <summary>A digit of what is written is changed, and a picture: both are seen.</summary>
    [Theory]
    [InlineData("tutorial.md", "16 measures, 14 of them full", "16 measures, 15 of them full", "line ")]
    [InlineData("tutorial/score.svg", "<svg", "<svg ", "score.svg is not what was made")]
    public void Tutorial_ThatSaysSomethingElse_IsNamed(string file, string written, string changed, string named)
    {
        string copy = Path.Combine(package.In("changed"), Path.GetFileNameWithoutExtension(file));
        foreach (string path in (string[])["tutorial.mjs", "tutorial.md", "tutorial/score.svg"])
        {
            string to = Path.Combine(copy, "docs", path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            string text = File.ReadAllText(Path.Combine(Checkout.Folder, "docs", path));

            // The first step alone: what follows takes half a minute.
            text = path == "tutorial.md" ? text[..text.IndexOf("\n## 2.", StringComparison.Ordinal)] : text;
            File.WriteAllText(to, path == file ? text.Replace(written, changed, StringComparison.Ordinal) : text);
        }

        (int code, string said) = Check(copy);

        Assert.Equal(Differs, code);
        Assert.Contains(named, said, StringComparison.Ordinal);
    }

    private (int Code, string Said) Check(string checkout)
    {
        string packages = Path.GetDirectoryName(package.Installed)!;
        string node = Path.Combine(AppContext.BaseDirectory, "web", "node", "figures.mjs");
        bool drawn = File.Exists(node);
        Assert.False(!drawn && Environment.GetEnvironmentVariable("CI") == "true", "the pages were not built");
        Assert.SkipUnless(drawn, "the pages were not built, so that the tutorial's pictures cannot be drawn: Node.js is missing");
        ProcessStartInfo start = new("node", [Path.Combine(checkout, "docs", "tutorial.mjs"), "--check"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["LILT"] = PythonPackage.Program;
        start.Environment["PYTHON"] = "/usr/bin/python3";
        start.Environment["PYTHONPATH"] = packages;
        using Process process = Process.Start(start)!;
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
