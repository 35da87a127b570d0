using System.CommandLine;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary><c>lilt record</c> when it is given the transcription that the network reads.</summary>
public sealed class RecordVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-record").FullName;

    public RecordVerbTests()
    {
        Vocabulary vocabulary = new(["<s>", "</s>", "A", "|"]);
        NetworkShape shape = new(1, 3, vocabulary.Count);
        ModelFile.Write(new Model(vocabulary, new NetworkWeights(shape), ModelProvenance.Named("silent")), ModelPath);
    }

    private string ModelPath => Path.Combine(folder, "silent.safetensors");

    private string Recording => Path.Combine(folder, "read.npz");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Record_Tokens_AreReadAndTheEndIsAdded()
    {
        (int code, _) = await Run("--tokens", "A | A");

        Assert.Equal(CommandLine.Done, code);
        using RecordingReader reader = new(Recording);
        Assert.Equal([0, 2, 3, 2], reader.Read(0).Input.Select(token => token.Index));
        Assert.Equal([2, 3, 2, 1], reader.Read(0).Output.Select(token => token.Index));
    }

    [Theory]
    [InlineData("--tunes", "3")]
    [InlineData("--prime", "A")]
    [InlineData("--rng", "webapp")]
    public async Task Record_TokensAndAnOptionOfWriting_IsRefused(string option, string value)
    {
        (int code, string error) = await Run("--tokens", "A | A", option, value);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains(option, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Recording));
    }

    [Fact]
    public async Task Record_InsertAndDelete_CountStepsInTheTuneAsGiven()
    {
        (int code, _) = await Run("--tokens", "A | A", "--insert", "0", "|", "--insert", "2", "|", "--delete", "1");

        Assert.Equal(CommandLine.Done, code);
        using RecordingReader reader = new(Recording);
        Assert.Equal([3, 2, 3, 2, 1], reader.Read(0).Output.Select(token => token.Index));
    }

    [Fact]
    public async Task Record_WhatIsInsertedAndDeletedAgain_IsTheTuneAsGiven()
    {
        (int code, _) = await Run("--tokens", "A | A", "--insert", "1", "A", "--delete", "0");

        Assert.Equal(CommandLine.Done, code);
        using RecordingReader reader = new(Recording);
        Assert.Equal([2, 3, 2, 1], reader.Read(0).Output.Select(token => token.Index));
    }

    [Theory]
    [InlineData("--insert 4 A", "0 to 3")]
    [InlineData("--insert -1 A", "0 to 3")]
    [InlineData("--insert one A", "0 to 3")]
    [InlineData("--insert 1 B", "no token that can stand inside a tune")]
    [InlineData("--insert 1 </s>", "no token that can stand inside a tune")]
    [InlineData("--delete 3", "0 to 2")]
    [InlineData("--delete -1", "0 to 2")]
    public async Task Record_EditThatCannotBe_IsRefused(string option, string said)
    {
        (int code, string error) = await Run(["--tokens", "A | A", .. option.Split(' ')]);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Recording));
    }

    [Fact]
    public async Task Record_EditOfATuneThatIsNotGiven_IsRefused()
    {
        (int code, string error) = await Run("--delete", "1");

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("--tokens or --abc", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_NoTokens_IsRefused()
    {
        (int code, string error) = await Run("--tokens", "");

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("no tokens", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Error)> Run(params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        string[] all = ["record", "--model", ModelPath, "--out", Recording, .. args];
        int code = await CommandLine.RunAsync(all, new InvocationConfiguration { Output = output, Error = error });
        return (code, error.ToString());
    }
}
