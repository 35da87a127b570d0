using System.CommandLine;
using Lilt.Assessment;
using Lilt.Notation;

namespace Lilt.Cli;

/// <summary><c>lilt count</c>: the verdict on every measure.</summary>
internal static class CountVerb
{
    // More tunes than this get a line each and no list of measures.
    private const int TunesWithMeasures = 10;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string[]> files = TuneFiles.Create();
        Option<bool> measures = new("--measures") { Description = $"List every measure, also of more than {TunesWithMeasures} tunes." };
        Option<bool> json = new("--json") { Description = "One JSON document." };
        Command command = new(
            "count",
            "Holds every measure against the meter: full, pickup, complement, split, short, long or empty.\n"
            + "Example: lilt generate --seed 42 --tunes 5 | lilt count -")
        {
            files, measures, json,
        };
        command.SetAction(parsed =>
        {
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            List<(string File, Tune Tune)> tunes = [];
            foreach (string file in parsed.GetRequiredValue(files))
            {
                foreach (Tune tune in TuneFiles.Read(file, streams.Error))
                {
                    tunes.Add((file, tune));
                }
            }

            if (parsed.GetValue(json))
            {
                WriteJson(tunes, streams.Output);
            }
            else
            {
                WriteText(tunes, parsed.GetValue(measures) || tunes.Count <= TunesWithMeasures, streams.Output);
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static void WriteJson(List<(string File, Tune Tune)> tunes, TextWriter output)
    {
        CountJson json = new(severalFiles: tunes.Exists(tune => tune.File != tunes[0].File));
        for (int i = 0; i < tunes.Count; i++)
        {
            output.Write(i == 0 ? "[" : ",\n ");
            output.Write(json.Of(tunes[i].File, MeasureCounter.Count(tunes[i].Tune)));
        }

        output.WriteLine("]");
    }

    private static void WriteText(List<(string File, Tune Tune)> tunes, bool withMeasures, TextWriter output)
    {
        CountTable table = new(output, withMeasures);
        string? lastFile = tunes[0].File;
        bool several = tunes.Exists(tune => tune.File != lastFile);
        lastFile = several ? null : lastFile;
        SortedDictionary<string, CountShares> byMeter = new(StringComparer.Ordinal);
        CountShares all = new();
        for (int i = 0; i < tunes.Count; i++)
        {
            (string file, Tune tune) = tunes[i];
            if (file != lastFile)
            {
                output.WriteLine(file);
                lastFile = file;
            }

            TuneCount count = MeasureCounter.Count(tune);
            table.Write(i + 1, count);
            all.Add(count);
            if (!byMeter.TryGetValue(tune.Meter.Numbers, out CountShares? shares))
            {
                byMeter[tune.Meter.Numbers] = shares = new CountShares();
            }

            shares.Add(count);
        }

        if (tunes.Count > 1)
        {
            CountTable.WriteShares(output, byMeter, all);
        }
    }
}
