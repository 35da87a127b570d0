using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Lilt.Cli.Tests.Documents;

/// <summary>Every command line of the documents is run on a small network, as it stands but for what makes it long.</summary>
[Collection(CurrentFolder.Name)]
public sealed partial class CommandsTests
{
    /// <summary>What makes a command long, and what is put in its place where it has the option.</summary>
    private static readonly Dictionary<string, string> Shorter = new()
    {
        ["--tunes"] = "3",
        ["--control"] = "0",
        ["--seeds"] = "3",
    };

    /// <summary>Verbs whose command lines are only parsed.</summary>
    private static readonly Dictionary<string, string> ParsedOnly = new()
    {
        ["serve"] = "serves until it is stopped; ServeVerbTests starts it",
        ["train"] = "takes an hour with the recipe that stands there; TrainVerbTests runs it with a small one",
    };

    /// <summary>What begins as a command does and is none.</summary>
    private static readonly string[] NoCommands = ["lilt model 1", "lilt recording 1", "lilt session 1"];

    public static TheoryData<string> Documents => [.. Document.Names];

    public static TheoryData<string> RunHere => [.. Document.Names.Where(name => name != Document.Tutorial)];

    [Theory]
    [MemberData(nameof(RunHere))]
    public async Task Commands_OfADocument_Run(string name)
    {
        DocumentCommand[] commands = Commands(new Document(name));
        Assert.All(commands, command => Assert.True(command.Fault is null, $"{name}: {command.Text}: {command.Fault}"));
        DocumentCommand[] run = [.. commands.Where(command => !ParsedOnly.ContainsKey(command.Verb!.Name) && !IsOfAShippedSweep(command))];
        if (run.Length == 0)
        {
            return;
        }

        using StandIns standIns = new();
        foreach (DocumentCommand command in run)
        {
            (int code, string output, string error) = await RunAsync(Shortened(command, standIns));

            Assert.True(code == Expected(command), $"{name}: {command.Text}: exit code {code}, {error}{output}");
            if (command.Behind is not null)
            {
                await PipeAsync(name, command, output);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Mentions_OfVerbsAndOptions_AreOnesThatThereAre(string name)
    {
        string[] every = [.. Verbs(CommandLine.Root()).SelectMany(verb => verb.Options).Select(option => option.Name).Distinct()];
        foreach (string code in new Document(name).InlineCode)
        {
            if (code.StartsWith("--", StringComparison.Ordinal))
            {
                Assert.True(every.Contains(code.Split(' ', '=')[0]), $"{name}: `{code}`: no verb has such an option");
            }

            Match mention = Mention().Match(code);
            if (!mention.Success || NoCommands.Contains(code))
            {
                continue;
            }

            DocumentCommand command = new(mention.Groups[1].Value.Split(' '), null);
            if (command.Verb is not { } verb)
            {
                Assert.False(code.StartsWith("lilt ", StringComparison.Ordinal), $"{name}: `{code}`: there is no such verb");
                continue;
            }

            string[] known = [.. Verbs(verb).SelectMany(of => of.Options).Select(option => option.Name)];
            foreach (string option in command.Words.Where(word => word.StartsWith("--", StringComparison.Ordinal)))
            {
                Assert.True(known.Contains(option), $"{name}: `{code}`: {verb.Name} has no {option}");
            }
        }
    }

    /// <summary>That there is something to hold: the documents call these verbs whole.</summary>
    [Fact]
    public void Commands_OfAllDocuments_AreOfTheseVerbs() =>
        Assert.Superset(
            new HashSet<string>([
                "assess",
                "convert",
                "count",
                "figures",
                "find",
                "generate",
                "inspect",
                "look",
                "part7",
                "plant",
                "render",
                "serve",
                "train",
                "verify",
                "windows",
            ]),
            Document.Names.SelectMany(name => Commands(new Document(name))).Select(command => command.Verb!.Name).ToHashSet()
        );

    // Those take half an hour; SweepProcessTests has small ones.
    private static bool IsOfAShippedSweep(DocumentCommand command) =>
        command.Verb!.Name == "sweep" && command.Words.Any(word => word.StartsWith("configs/", StringComparison.Ordinal));

    private static DocumentCommand[] Commands(Document document) =>
        [
            .. document
                .Blocks.SelectMany(block => block.Lines)
                .SelectMany(DocumentCommand.Of)
                .Where(command => !command.Words.Contains("VERB")),
            .. document.InlineCode.SelectMany(DocumentCommand.Of).Where(command => command.Verb is not null && command.IsWhole),
        ];

    private static DocumentCommand Shortened(DocumentCommand command, StandIns standIns)
    {
        string[] options = [.. command.Verb!.Options.Select(option => option.Name)];
        DocumentCommand made = command with
        {
            Words = [.. command.Words.Select(word => word.StartsWith("~/", StringComparison.Ordinal) ? standIns.Home(word[2..]) : word)],
        };
        foreach (
            (string option, string value) in Shorter.Where(of =>
                options.Contains(of.Key) && (of.Key != "--tunes" || command.Words.Contains(of.Key))
            )
        )
        {
            made = made.With(option, value);
        }

        // Sound is bytes, and goes past the writers of a test.
        if (command.Verb.Name == "render")
        {
            made = made.With("--out", "rendered");
        }

        // A study is verified on the model that its own command names.
        bool writes = options.Contains("--model") && options.Contains("--seed") && !command.Words.Contains("--model");
        return writes ? made.With("--model", StandIns.Small) : made;
    }

    private static int Expected(DocumentCommand command)
    {
        bool draws = command.Verb!.Name == "figures" || command.Words.Contains("svg") || command.Words.Contains("--page");
        bool built = File.Exists(Path.Combine(AppContext.BaseDirectory, "web", "node", "figures.mjs"));
        return draws && !built ? CommandLine.BadInput : CommandLine.Done;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(DocumentCommand command)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync([.. command.Words], new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private static async Task PipeAsync(string name, DocumentCommand command, string output)
    {
        ProcessStartInfo start = new("bash", ["-c", command.Behind![1..]])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process shell = Process.Start(start)!;
        await shell.StandardInput.WriteAsync(output);
        shell.StandardInput.Close();
        (int code, _, string error) = await BuiltProgram.EndAsync(shell);
        Assert.True(code == 0, $"{name}: {command.Text}: {error}");
    }

    private static IEnumerable<Command> Verbs(Command from) => from.Subcommands.SelectMany(Verbs).Prepend(from);

    [GeneratedRegex(@"^(?:lilt )?([a-z].*)$")]
    private static partial Regex Mention();
}
