using System.CommandLine;
using Lilt.Studies;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>The study's verbs: what they refuse, and that a recorded command line is read as it was written.</summary>
public sealed class StudyVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-study").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("study", "a prime's M:6/8 K:Cdor |: *", "", "it's", "'", "a\\b", "\"")]
    public void Words_OfACommandLine_AreThoseThatWereWritten(params string[] words) =>
        Assert.Equal(words, VerifyVerb.Words(string.Join(' ', words.Select(CommandText.Word))));

    [Fact]
    public void Of_EveryKindOfStudy_HasArgumentsAndACommandOfItsName() =>
        Assert.All(
            StudyKinds.All,
            kind =>
            {
                StudyArguments arguments = StudyArguments.Of(kind);

                Assert.Same(kind, arguments.Kind);
                Assert.Equal(kind.Name, arguments.Command().Name);
            }
        );

    [Fact]
    public async Task Study_FolderIsThere_AsksForForceBeforeAnyWork()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "letter.txt"), "of somebody", TestContext.Current.CancellationToken);
        (int code, string error) = await Run("study", "part7", "--model", "no such model", "--out", folder);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("--force", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Study_NothingCanBeWrittenThere_IsSaidBeforeAnyWork()
    {
        // No folder can stand in a file, whoever asks.
        string file = Path.Combine(folder, "letter.txt");
        await File.WriteAllTextAsync(file, "of somebody", TestContext.Current.CancellationToken);
        (int code, string error) = await Run("study", "part7", "--model", "no such model", "--out", Path.Combine(file, "study"));

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("cannot be made", error, StringComparison.Ordinal);
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task Verify_NoStudy_SaysSo()
    {
        (int code, string error) = await Run("verify", folder);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("holds no study.json", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Error)> Run(params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await CommandLine.RunAsync(args, new InvocationConfiguration { Output = output, Error = error });
        return (code, error.ToString());
    }
}
