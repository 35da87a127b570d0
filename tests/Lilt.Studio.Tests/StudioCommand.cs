using Lilt.Cli;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>The command lines that the studio gives for what it made, run as a shell would run them.</summary>
internal static class StudioCommand
{
    /// <summary>The tokens of the last tune that a command line writes, the start token left out.</summary>
    public static async Task<string[]> TokensAsync(RunningStudio studio, string command) =>
        LastTokens(await RunAsync(studio, command, "--format", "tokens"));

    /// <summary>The tokens of the last line of what was printed, the start token left out.</summary>
    public static string[] LastTokens(string output) => output.TrimEnd('\n').Split('\n')[^1].Split(' ')[1..];

    /// <summary>Runs a command line in the studio's folder, with its small network, and gives what it prints.</summary>
    public static Task<string> RunAsync(RunningStudio studio, string command, params string[] more) =>
        RunAsync(command, studio.ModelFile, studio.Folder, more);

    /// <summary>Runs a command line, and gives what it prints.</summary>
    /// <param name="command">As a shell takes it apart: words in single quotes are one.</param>
    /// <param name="model">The file of the model that it names.</param>
    /// <param name="folder">Where the files lie that it reads and writes.</param>
    /// <param name="more">What is added to it.</param>
    public static async Task<string> RunAsync(string command, string model, string folder, params string[] more)
    {
        List<string> words = [];
        foreach ((string part, int place) in command.Split('\'').Select((part, place) => (part, place)))
        {
            words.AddRange(place % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        Assert.Equal("lilt", words[0]);
        words[words.IndexOf("--model") + 1] = model;
        foreach (string file in (string[])["plan.json", "pushed.npz"])
        {
            if (words.IndexOf(file) is var at and >= 0)
            {
                words[at] = Path.Combine(folder, file);
            }
        }

        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync([.. words[1..], .. more], new() { Output = output, Error = error });
        Assert.True(code == CommandLine.Done, error.ToString());
        return output.ToString();
    }
}
