using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Lilt.Training;

namespace Lilt.Cli;

/// <summary>The whole command line: every verb, and what a failure looks like.</summary>
internal static class CommandLine
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The work failed, or was stopped.</summary>
    public const int Failed = 1;

    /// <summary>The arguments or the input were bad.</summary>
    public const int BadInput = 2;

    /// <summary>Runs one command line and returns its exit code.</summary>
    public static async Task<int> RunAsync(string[] args, InvocationConfiguration configuration)
    {
        ParseResult parsed = Root().Parse(args);
        if (args.Length == 0)
        {
            await Root().Parse(["--help"]).InvokeAsync(configuration);
            return BadInput;
        }

        if (parsed.Errors.Count > 0)
        {
            // Of an unknown verb the parser says first that a verb is missing, and only then names it.
            ParseError error = parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command.Subcommands.Count > 0 ? parsed.Errors[^1] : parsed.Errors[0];
            string command = parsed.CommandResult.Command.Subcommands.Count > 0 ? "lilt" : $"lilt {parsed.CommandResult.Command.Name}";
            await configuration.Error.WriteLineAsync($"lilt: {error.Message} See '{command} --help'.");
            return BadInput;
        }

        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            await configuration.Error.WriteLineAsync("lilt: stopped.");
            return Failed;
        }
        catch (Exception e) when (e is InputException or FormatException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            await configuration.Error.WriteLineAsync($"lilt: {e.Message}");
            return BadInput;
        }
        catch (Exception e) when (e is IOException or TrainingException)
        {
            await configuration.Error.WriteLineAsync($"lilt: {e.Message}");
            return Failed;
        }
    }

    /// <summary>All verbs. A plain command, not a <see cref="RootCommand"/>: that would call itself by its file's name.</summary>
    private static Command Root() => new("lilt", "Lilt looks inside, cuts into and listens to music-writing neural networks.")
    {
        new HelpOption(),
        new VersionOption(),
        AssessVerb.Create(),
        ConvertVerb.Create(),
        CorpusVerb.Create(),
        CountVerb.Create(),
        FiguresVerb.Create(),
        GenerateVerb.Create(),
        InspectVerb.Create(),
        RecordVerb.Create(),
        RenderVerb.Create(),
        ServeVerb.Create(),
        SpectraVerb.Create(),
        StudyVerb.Create(),
        TrainVerb.Create(),
        UnitsVerb.Create(),
        VerifyVerb.Create(),
        WindowsVerb.Create(),
    };
}
