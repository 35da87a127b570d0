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

        if (Fault(parsed) is { } fault)
        {
            await configuration.Error.WriteLineAsync($"lilt: {fault.ReplaceLineEndings(" ")} See '{Name(parsed.CommandResult)} --help'.");
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

    private static string? Fault(ParseResult parsed)
    {
        string? fault = OptionValues.Fault(parsed);
        if (fault is not null || parsed.Errors.Count == 0)
        {
            return fault;
        }

        // Of an unknown verb the parser says first that a verb is missing, and only then names it.
        bool isUnknownVerb = parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command.Subcommands.Count > 0;
        return parsed.Errors[isUnknownVerb ? ^1 : 0].Message;
    }

    private static string Name(CommandResult result) => result.Parent is CommandResult parent ? $"{Name(parent)} {result.Command.Name}" : "lilt";

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
