using System.CommandLine;
using Lilt.Studies;
using Lilt.Studio;

namespace Lilt.Cli;

/// <summary>The studio's shelf of studies: <c>--studies</c>. What is made there is what the command line makes.</summary>
internal static class StudioShelf
{
    /// <summary>The option.</summary>
    public static Option<string?> Create() =>
        new("--studies")
        {
            Description = "A folder that holds studies' folders: the page's shelf shows them, opens them and makes more. Default: none.",
            HelpName = "DIR",
        };

    /// <summary>The shelf of a folder; null where none is given.</summary>
    /// <exception cref="InputException">The folder is none.</exception>
    public static StudioStudies? Of(string? folder)
    {
        if (folder is null)
        {
            return null;
        }

        if (!Directory.Exists(folder))
        {
            throw new InputException($"--studies {folder}: there is no such folder: make it, or give another.");
        }

        if (File.Exists(Path.Combine(folder, "study.json")))
        {
            throw new InputException($"--studies {folder}: that is a study itself: give the folder that it stands in.");
        }

        return new StudioStudies
        {
            Folder = folder,
            Makers = [.. StudyKinds.All.Select(kind => new StudyMaker(kind.Name, StudyArguments.Of(kind).Heading, Make(kind)))],
            PageForm = StudyVerb.PageForm,
        };
    }

    private static Func<StudyOrder, Action<double, string>, CancellationToken, Study> Make(StudyKind kind) =>
        (order, progress, cancellation) =>
        {
            StudyArguments arguments = StudyArguments.Of(kind);
            string[] words =
            [
                "study",
                kind.Name,
                .. order.Argument is { } model ? (string[])["--model", model] : [],
                "--seed",
                order.Seed.ToString(),
                "--out",
                order.Folder,
            ];
            ParseResult parsed = new RootCommand { new Command("study") { arguments.Command() } }.Parse(words);
            try
            {
                using StudyWork work = arguments.Begin(parsed, order.Model, TextWriter.Null);
                try
                {
                    return work.Make(progress, cancellation);
                }
                finally
                {
                    // A study of the shelf is made whole or not at all.
                    work.Ledger?.Discard();
                }
            }
            catch (InputException e)
            {
                throw new StudyRefusedException(e.Message);
            }
        };
}
