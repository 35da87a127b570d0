using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Lilt.Files;
using Lilt.Network;
using Lilt.Studies.Control;
using Lilt.Studies.Part7;

namespace Lilt.Cli;

/// <summary><c>lilt study part7</c>: the whole article on a model and seed.</summary>
internal static class StudyVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        StudyArguments arguments = new();
        Command part7 = Part7(arguments);
        part7.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, arguments, cancellation)));
        return new Command("study", "Makes a published study again on any model.\nExample: lilt study part7 --seed 42 --out study") { part7 };
    }

    /// <summary>The study's command without what it does, to parse a recorded command line with.</summary>
    public static Command Part7(StudyArguments arguments)
    {
        Command part7 = new(
            "part7",
            "Makes the network write a tune, looks inside while it does, cuts the units that beat with the measures, stimulates it,\n"
            + "holds the cuts against random ones, and leaves a folder with a page, numbers, tables, recordings, tunes and plans.\n"
            + "Example: lilt study part7 --seed 42 --out study");
        foreach (Option option in arguments.All)
        {
            part7.Add(option);
        }

        return part7;
    }

    /// <summary>Makes a study under a progress display.</summary>
    /// <param name="title">What the display is headed.</param>
    /// <param name="model">The network.</param>
    /// <param name="options">What is studied.</param>
    /// <param name="ledger">What is kept of it until it is whole; null for nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">It cannot be made of this model or tune.</exception>
    public static Part7Study Make(string title, Model model, Part7Options options, StudyLedger? ledger, CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        string stage = "its beginning";
        try
        {
            return ProgressDisplay.Run(title, 1, progress => Part7Study.Run(
                model,
                options,
                ledger?.Ledger,
                (share, what) =>
                {
                    stage = what;
                    progress.Report(share, what);
                },
                cancellation));
        }
        catch (Exception e) when (e is AggregateException or OperationCanceledException && cancellation.IsCancellationRequested)
        {
            TimeSpan after = Stopwatch.GetElapsedTime(began);
            throw ledger?.Stopped(stage, after) ?? new StoppedException(string.Create(CultureInfo.InvariantCulture, $"stopped after {after.TotalSeconds:0} s, at {stage}."));
        }
        catch (StudyRefusedException e)
        {
            throw new InputException(e.Message);
        }
    }

    /// <summary>The report's form; null where the web parts were not built.</summary>
    public static string? Page()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "web", "report", "report.html");
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static int Run(ParseResult parsed, StudyArguments arguments, CancellationToken cancellation)
    {
        string folder = parsed.GetValue(arguments.Folder)!;
        bool force = parsed.GetValue(arguments.Force);
        TextWriter messages = parsed.InvocationConfiguration.Error;
        try
        {
            using PlaceLock held = StudyFolder.Take(folder, force);
            Model model = arguments.Model(parsed);
            Part7Options options = arguments.Options(parsed, model, CommandText.Of(parsed));
            if (options.ControlSets > 0 && options.ControlSets < ControlOptions.FewestSets(model.Shape.Layers))
            {
                messages.WriteLine($"lilt: --control {options.ControlSets}: of {model.Shape.Layers} layer(s) at least {ControlOptions.FewestSets(model.Shape.Layers)} random sets are needed for a claim to be supported; with fewer the control describes.");
            }

            using StudyLedger ledger = new(folder, parsed.GetValue(arguments.Resume), model, options);
            if (ledger.ThrownAway.Length > 0)
            {
                messages.WriteLine(ledger.ThrownAway);
            }

            // A study that was gone on with holds the command that began it, and so the same bits.
            Part7Study study = Make("Part 7", model, arguments.Options(parsed, model, ledger.Command), ledger, cancellation);
            string? page = Page();
            StudyFolder.Write(study, held, page);
            ledger.Discard();
            HeadlineText.Write(messages, study.Headline);
            messages.WriteLine(page is null
                ? $"{folder} holds the numbers, but no page: the web parts were not built. Install Node.js 20.19 or later and build Lilt again."
                : $"Read {Path.Combine(folder, "index.html")}.");
            return CommandLine.Done;
        }
        catch (StudyRefusedException e)
        {
            throw new InputException(e.Message);
        }
    }
}
