using System.CommandLine;
using System.Globalization;
using System.Text;
using Lilt.Assessment;
using Lilt.Files;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;

namespace Lilt.Cli;

/// <summary><c>lilt sweep effects</c>: what each plan of a sweep does, as a table, and as a page.</summary>
internal static class SweepEffectsVerb
{
    private const string PageName = "index.html";

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> folder = SweepVerb.FolderOf();
        Option<string?> figure = new("--figure")
        {
            Description = $"One figure alone: {string.Join(", ", PairedTunes.Figures.Select(of => of.Name))}. Default: all.",
            HelpName = "NAME",
        };
        Option<bool> page = new("--page")
        {
            Description = $"Write {PageName} into the folder, a page with the effects as pictures, in place of the table.",
        };
        Option<long> seed = new("--draws-seed")
        {
            Description = "The seed of the draws of intervals and swaps, 0 to 4294967295.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        Option<int> threads = WholeNumber.Threads();
        Command command = new(
            "effects",
            "Holds each plan of an assessed sweep against the same network to which nothing is done: differences with 95 % intervals over seeds,\n"
                + "p by swapping, and q after Benjamini and Hochberg over the plans; as CSV, or as a page. Of a sweep of controls, joins the sets\n"
                + "of each and gives what they say of every layer, as CSV.\n"
                + "Example: lilt sweep effects sweep --figure countedMeasures"
        )
        {
            folder,
            figure,
            page,
            seed,
            threads,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.Run(
                    () =>
                    {
                        int place = FigureOf(parsed.GetValue(figure));
                        SweepFolder opened = SweepFolder.Open(parsed.GetValue(folder)!);
                        if (opened.Plan.Task == SweepTask.Control)
                        {
                            if (place >= 0 || parsed.GetValue(page))
                            {
                                throw new InputException("--figure and --page are of an assessed sweep, and this one is of controls.");
                            }

                            SweepControlTable.Write(
                                SweepControls.Of(opened, WholeNumber.ThreadsOf(parsed, threads), cancellation),
                                parsed.InvocationConfiguration.Output
                            );
                            return CommandLine.Done;
                        }

                        IReadOnlyList<ConditionEffect> effects = SweepEffects.Of(
                            opened,
                            WholeNumber.SeedOf(parsed, seed),
                            WholeNumber.ThreadsOf(parsed, threads),
                            cancellation
                        );
                        if (parsed.GetValue(page))
                        {
                            WritePage(opened, effects, parsed.InvocationConfiguration.Error);
                        }
                        else
                        {
                            WriteTable(effects, place, parsed.InvocationConfiguration.Output);
                        }

                        return CommandLine.Done;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static int FigureOf(string? name)
    {
        if (name is null)
        {
            return -1;
        }

        int place = PairedTunes.Figures.Select(of => of.Name).ToList().IndexOf(name);
        return place >= 0
            ? place
            : throw new InputException($"--figure '{name}': it is one of {string.Join(", ", PairedTunes.Figures.Select(of => of.Name))}.");
    }

    private static void WriteTable(IReadOnlyList<ConditionEffect> effects, int figure, TextWriter text)
    {
        string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : string.Empty;
        CsvRow.Write(
            text,
            "model",
            "temperature",
            "plan",
            "figure",
            "baseline",
            "operated",
            "difference",
            "low",
            "high",
            "differing",
            "p",
            "q"
        );
        foreach (ConditionEffect effect in effects)
        {
            foreach ((int place, EffectFigure of) in effect.Effect.Figures.Index())
            {
                if (figure < 0 || place == figure)
                {
                    CsvRow.Write(
                        text,
                        effect.Model,
                        effect.Temperature.ToString("R", CultureInfo.InvariantCulture),
                        effect.Plan,
                        of.Name,
                        Number(of.Baseline),
                        Number(of.Operated),
                        Number(of.Difference.Value),
                        Number(of.Difference.Low),
                        Number(of.Difference.High),
                        of.Differing.ToString(CultureInfo.InvariantCulture),
                        Number(effect.P[place]),
                        Number(effect.Q[place])
                    );
                }
            }
        }
    }

    private static void WritePage(SweepFolder folder, IReadOnlyList<ConditionEffect> effects, TextWriter messages)
    {
        string form = Path.Combine(AppContext.BaseDirectory, "web", "sweep", "sweep.html");
        if (!File.Exists(form))
        {
            throw new InputException(
                "there is no page: the web parts were not built. Install Node.js 20.19 or later and build Lilt again, or leave --page out."
            );
        }

        string page = Path.Combine(folder.FullPath, PageName);
        byte[] filled = Encoding.UTF8.GetBytes(SweepPage.Fill(File.ReadAllText(form), folder, effects));
        ReplacedFile.Write(page, stream => stream.Write(filled));
        messages.WriteLine($"Read {page}.");
    }
}
