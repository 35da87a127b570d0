using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Lilt.Cli;

/// <summary>The whole command line: every verb, and what a failure looks like.</summary>
internal static class CommandLine
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The work failed.</summary>
    public const int Failed = 1;

    /// <summary>The arguments or the input were bad.</summary>
    public const int BadInput = 2;

    /// <summary>Runs one command line and returns its exit code.</summary>
    public static async Task<int> RunAsync(string[] args, InvocationConfiguration configuration)
    {
        if (!HasCurrentFolder())
        {
            await configuration.Error.WriteLineAsync("lilt: the current folder has been deleted: change to one that is there.");
            return BadInput;
        }

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

        // A verb that is not asynchronous has nothing to finish: a signal ends it.
        configuration.EnableDefaultExceptionHandler = false;
        configuration.ProcessTerminationTimeout = null;
        using StopSignals? signals = parsed.CommandResult.Command.Action is AsynchronousCommandLineAction ? new StopSignals() : null;
        try
        {
            return await parsed.InvokeAsync(configuration, signals?.Token ?? CancellationToken.None);
        }
        catch (Exception e)
            when (e is OperationCanceledException or AggregateException { InnerExceptions: [OperationCanceledException, ..] })
        {
            await configuration.Error.WriteLineAsync($"lilt: {(e as StoppedException)?.Message ?? "stopped."}");
            return signals?.ExitCode ?? Failed;
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            await configuration.Error.WriteLineAsync($"lilt: {failure.Sentence}");
            return failure.Code;
        }
    }

    private static bool HasCurrentFolder()
    {
        try
        {
            return Directory.Exists(Directory.GetCurrentDirectory());
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
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

    private static string Name(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Name(parent)} {result.Command.Name}" : "lilt";

    /// <summary>All verbs. A plain command, not a <see cref="RootCommand"/>: that would call itself by its file's name.</summary>
    internal static Command Root() =>
        new("lilt", "Lilt looks inside, cuts into and listens to music-writing neural networks.")
        {
            new HelpOption(),
            new VersionOption(),
            AssessVerb.Create(),
            ConvertVerb.Create(),
            CorpusVerb.Create(),
            CountVerb.Create(),
            EffectVerb.Create(),
            FiguresVerb.Create(),
            FindVerb.Create(),
            GenerateVerb.Create(),
            InspectVerb.Create(),
            PlantVerb.Create(),
            RecordVerb.Create(),
            RenderVerb.Create(),
            RewriteVerb.Create(),
            ServeVerb.Create(),
            SpectraVerb.Create(),
            StudyVerb.Create(),
            SweepVerb.Create(),
            TrainVerb.Create(),
            UnitsVerb.Create(),
            ValuesVerb.Create(),
            VerifyVerb.Create(),
            WindowsVerb.Create(),
        };
}
