using System.CommandLine;
using Lilt.Files;
using Lilt.Studies;

namespace Lilt.Cli;

/// <summary><c>lilt figures</c>: a study's figures as SVG files, drawn by the report's own modules under Node.js.</summary>
internal static class FiguresVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> study = new("DIR") { Description = "The folder of a study (it holds study.json)." };
        Option<string?> folder = new("--out")
        {
            Description = "The folder to write into. Default: figures in the study's folder.",
            HelpName = "DIR",
        };
        Option<string> scheme = new("--scheme")
        {
            Description = "The colours: light, for paper, or dark.",
            DefaultValueFactory = _ => "light",
        };
        scheme.AcceptOnlyFromAmong("light", "dark");
        Command command = new("figures", "Draws the figures of a study as SVG files.\nExample: lilt figures study --out pictures")
        {
            study,
            folder,
            scheme,
        };
        command.SetAction(
            (parsed, cancellation) =>
                DrawAsync(
                    parsed.GetValue(study)!,
                    parsed.GetValue(folder) ?? Path.Combine(parsed.GetValue(study)!, "figures"),
                    parsed.GetValue(scheme)!,
                    parsed.InvocationConfiguration.Error,
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> DrawAsync(
        string study,
        string folder,
        string scheme,
        TextWriter messages,
        CancellationToken cancellation
    )
    {
        string numbers = Path.Combine(study, "study.json");
        if (!File.Exists(numbers))
        {
            throw new InputException($"{study} is not a study: it holds no study.json. Make one with 'lilt study part7 --out {study}'.");
        }

        string text;
        try
        {
            text = StudyNumbers.Read(study);
        }
        catch (StudyRefusedException e)
        {
            throw new InputException(e.Message);
        }

        using PlaceLock held = PlaceLock.TakeFolder(folder);
        Directory.CreateDirectory(folder);
        (string drawn, string said) = await NodeScript.RunAsync(
            "figures.mjs",
            "the figures",
            ["-", folder, "--scheme", scheme],
            text,
            cancellation
        );
        if (said.Length > 0)
        {
            await messages.WriteLineAsync(said);
        }

        int figures = drawn.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        await messages.WriteLineAsync($"{figures} figures in {folder}.");
        return CommandLine.Done;
    }
}
