using System.CommandLine;
using Lilt.Network;
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
    /// <exception cref="InputException">It cannot be made of this model or tune.</exception>
    public static Part7Study Make(string title, Model model, Part7Options options, CancellationToken cancellation)
    {
        try
        {
            return ProgressDisplay.Run(title, 1, progress => Part7Study.Run(model, options, progress.Report, cancellation));
        }
        catch (AggregateException e) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("The study was stopped.", e, cancellation);
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
            StudyFolder.ThrowUnlessFree(folder, force);
            Model model = arguments.Model(parsed);
            Part7Options options = arguments.Options(parsed, model, CommandText.Of(parsed));
            Part7Study study = Make("Part 7", model, options, cancellation);
            string? page = Page();
            StudyFolder.Write(study, folder, page, force);
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
