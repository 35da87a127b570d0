using System.CommandLine;
using System.Globalization;
using Lilt.Files;
using Lilt.Network;
using Lilt.Recording;

namespace Lilt.Cli;

/// <summary><c>lilt values</c>: what some units of a recording did at some steps, as a table or for NumPy.</summary>
internal static class ValuesVerb
{
    private const string NumPyEnding = ".npz";

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> recording = new("REC") { Description = "A recording that 'lilt record' made (.npz)." };
        Option<int> tune = new("--tune") { Description = "Which tune of a recording of many, from 0.", HelpName = "N" };
        Option<string> site = new("--site")
        {
            Description = "Whose values: L1.h, L2.c, …, logits or posterior.",
            DefaultValueFactory = _ => "L1.h",
            HelpName = "SITE",
        };
        Option<string?> units = new("--units")
        {
            Description = "Which units, or tokens, from 0: numbers and runs with commas between. Default: all.",
            HelpName = "3,5-9",
        };
        Option<string?> steps = new("--steps") { Description = "Which steps, from 0: a run, or one. Default: all.", HelpName = "10-20" };
        Option<string?> output = new("--out")
        {
            Description = "Write to a file: .npz for NumPy, anything else CSV. Default: CSV to standard output.",
            HelpName = "FILE",
        };
        Command command = new(
            "values",
            "Takes the values of some units at some steps out of a recording: a row a step, a column a unit.\n"
                + "Example: lilt values tune.npz --site L1.h --units 3,5-9 --steps 10-20 --out values.csv"
        )
        {
            recording,
            tune,
            site,
            units,
            steps,
            output,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(recording);
            int index = parsed.GetValue(tune);
            using RecordingReader reader = new(path);
            if (index < 0 || index >= reader.Count)
            {
                throw new InputException($"--tune {index}: {path} holds {reader.Count} tune(s), counted from 0.");
            }

            ChosenValues chosen = Choose(reader.Read(index), path, parsed.GetValue(site)!, parsed.GetValue(units), parsed.GetValue(steps));
            if (parsed.GetValue(output) is not { } file)
            {
                parsed.InvocationConfiguration.Output.Write(chosen.ToCsv());
            }
            else if (file.EndsWith(NumPyEnding, StringComparison.OrdinalIgnoreCase))
            {
                ReplacedFile.Write(file, chosen.WriteNpz);
            }
            else
            {
                TextFile.Replace(file, writer => writer.Write(chosen.ToCsv()));
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static ChosenValues Choose(TuneRecording tune, string path, string name, string? units, string? steps)
    {
        if (!Site.TryParse(name, out Site site) || !tune.Kinds.Contains(site.Kind))
        {
            throw new InputException(
                $"--site {name}: {path} holds {string.Join(", ", tune.Kinds.Select(RecordedSites.Name))}; name one with its layer, as L1.h, or logits or posterior."
            );
        }

        if (site.IsOfLayer && site.Layer > tune.Facts.Layers)
        {
            throw new InputException(
                string.Create(CultureInfo.InvariantCulture, $"--site {name}: the recording has layers 1 to {tune.Facts.Layers}.")
            );
        }

        IReadOnlyList<int>? chosen = units is null
            ? null
            : Numbers("--units", units, site.IsOfLayer ? tune.Facts.Units : tune.Facts.Vocabulary.Count);
        IReadOnlyList<int> at = steps is null ? [0, tune.Steps - 1] : Numbers("--steps", steps, tune.Steps);
        return steps is null || at[^1] - at[0] == at.Count - 1
            ? ChosenValues.Of(tune, site, chosen, at[0], at[^1])
            : throw new InputException($"--steps {steps}: steps are one run, as 10-20.");
    }

    private static IReadOnlyList<int> Numbers(string option, string text, int count)
    {
        try
        {
            return NumberRanges.Read(text, count);
        }
        catch (FormatException e)
        {
            throw new InputException($"{option}: {e.Message}");
        }
    }
}
