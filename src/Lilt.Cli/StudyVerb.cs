using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Lilt.Files;
using Lilt.Network;
using Lilt.Studies;

namespace Lilt.Cli;

/// <summary><c>lilt study KIND</c>: a whole study of a model and seed.</summary>
internal static class StudyVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Command study = new("study", "Makes a published study again on any model.\nExample: lilt study part7 --seed 42 --out study");
        foreach (StudyKind kind in StudyKinds.All)
        {
            StudyArguments arguments = StudyArguments.Of(kind);
            Command command = arguments.Command();
            command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, arguments, cancellation)));
            study.Add(command);
        }

        return study;
    }

    /// <summary>Makes a study under a progress display.</summary>
    /// <param name="title">What the display is headed.</param>
    /// <param name="work">The study.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">It cannot be made of this model or tune.</exception>
    public static Study Make(string title, StudyWork work, CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        string stage = "its beginning";
        try
        {
            return ProgressDisplay.Run(
                title,
                1,
                progress =>
                    work.Make(
                        (share, what) =>
                        {
                            stage = what;
                            progress.Report(share, what);
                        },
                        cancellation
                    )
            );
        }
        catch (Exception e) when (e is AggregateException or OperationCanceledException && cancellation.IsCancellationRequested)
        {
            TimeSpan after = Stopwatch.GetElapsedTime(began);
            string kept = work.Ledger is { } ledger ? " " + ledger.Kept : string.Empty;
            throw new StoppedException(
                string.Create(CultureInfo.InvariantCulture, $"stopped after {after.TotalSeconds:0} s, at {stage}.{kept}")
            );
        }
        catch (StudyRefusedException e)
        {
            throw new InputException(e.Message);
        }
    }

    /// <summary>The file of the report's form, which is not there where the web parts were not built.</summary>
    public static string PageForm => Path.Combine(AppContext.BaseDirectory, "web", "report", "report.html");

    /// <summary>The report's form; null where the web parts were not built.</summary>
    public static string? Page() => File.Exists(PageForm) ? File.ReadAllText(PageForm) : null;

    private static int Run(ParseResult parsed, StudyArguments arguments, CancellationToken cancellation)
    {
        string folder = parsed.GetValue(arguments.Folder)!;
        TextWriter messages = parsed.InvocationConfiguration.Error;
        try
        {
            using PlaceLock held = StudyFolder.Take(folder, parsed.GetValue(arguments.Force));
            Model model = arguments.Model(parsed);
            using StudyWork work = arguments.Begin(parsed, model, messages);
            Study study = Make(arguments.Heading, work, cancellation);
            string? page = Page();
            StudyFolder.Write(study, held, page);
            work.Ledger?.Discard();
            if (study.Headline is { } headline)
            {
                HeadlineText.Write(messages, headline);
            }

            messages.WriteLine(
                page is null
                    ? $"{folder} holds the numbers, but no page: the web parts were not built. Install Node.js 20.19 or later and build Lilt again."
                    : $"Read {Path.Combine(folder, "index.html")}."
            );
            return CommandLine.Done;
        }
        catch (StudyRefusedException e)
        {
            throw new InputException(e.Message);
        }
    }
}
