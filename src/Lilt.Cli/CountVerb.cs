using System.CommandLine;
using Lilt.Assessment;

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
            "Holds every measure against the meter: full, pickup, complement, split, short, long, empty or, in free meter, free.\n"
                + "Example: lilt generate --seed 42 --tunes 5 | lilt count -"
        )
        {
            files,
            measures,
            json,
        };
        command.SetAction(parsed =>
        {
            InvocationConfiguration streams = parsed.InvocationConfiguration;
            string[] named = TuneFiles.Existing(parsed.GetRequiredValue(files));
            if (parsed.GetValue(json))
            {
                WriteJson(named, streams);
            }
            else
            {
                CountTable table = new(streams.Output, named.Length > 1, parsed.GetValue(measures) ? int.MaxValue : TunesWithMeasures);
                foreach (string file in named)
                {
                    TuneFiles.Read(file, streams.Error, tune => table.Add(file, MeasureCounter.Count(tune)));
                }

                table.End();
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static void WriteJson(string[] files, InvocationConfiguration streams)
    {
        CountJson json = new(severalFiles: files.Length > 1);
        bool isFirst = true;
        try
        {
            foreach (string file in files)
            {
                TuneFiles.Read(
                    file,
                    streams.Error,
                    tune =>
                    {
                        streams.Output.Write(isFirst ? "[" : ",\n ");
                        streams.Output.Write(json.Of(file, MeasureCounter.Count(tune)));
                        isFirst = false;
                    }
                );
            }
        }
        finally
        {
            // A file without tunes ends the count with an error; what was counted before it is still whole JSON.
            if (!isFirst)
            {
                streams.Output.WriteLine("]");
            }
        }
    }
}
