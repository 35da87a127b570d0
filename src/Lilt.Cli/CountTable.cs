using System.Globalization;
using Lilt.Assessment;
using Lilt.Notation;

namespace Lilt.Cli;

/// <summary>Verdicts as a musician reads them: a line a tune, a line a measure, and the shares of many tunes.</summary>
/// <param name="output">Where the table goes.</param>
/// <param name="severalFiles">Whether each file's name stands over its tunes.</param>
/// <param name="tunesWithMeasures">The measures are listed of at most so many tunes; of more, none are.</param>
internal sealed class CountTable(TextWriter output, bool severalFiles, int tunesWithMeasures)
{
    private static readonly string[] Names = Enum.GetNames<Verdict>().Select(name => name.ToLowerInvariant()).ToArray();

    private readonly List<(string File, TuneCount Count)> waiting = [];
    private readonly Dictionary<string, CountShares> byMeter = new(StringComparer.Ordinal);
    private readonly CountShares all = new();
    private string? lastFile;
    private int place;

    /// <summary>A verdict's word.</summary>
    public static string Name(Verdict verdict) => Names[(int)verdict];

    /// <summary>Adds a tune. The first few wait until it is known how many there are.</summary>
    public void Add(string file, TuneCount count)
    {
        place++;
        all.Add(count);
        string meter = count.Tune.Meter.Numbers;
        if (!byMeter.TryGetValue(meter, out CountShares? shares))
        {
            byMeter[meter] = shares = new CountShares();
        }

        shares.Add(count);
        if (place <= tunesWithMeasures && tunesWithMeasures < int.MaxValue)
        {
            waiting.Add((file, count));
            return;
        }

        Flush(tunesWithMeasures == int.MaxValue);
        Write(file, place, count, tunesWithMeasures == int.MaxValue);
    }

    /// <summary>Writes what waits, and the shares of more than one tune.</summary>
    public void End()
    {
        Flush(withMeasures: true);
        if (place > 1)
        {
            WriteShares();
        }
    }

    private void Flush(bool withMeasures)
    {
        for (int i = 0; i < waiting.Count; i++)
        {
            Write(waiting[i].File, i + 1, waiting[i].Count, withMeasures);
        }

        waiting.Clear();
    }

    private void Write(string file, int number, TuneCount count, bool withMeasures)
    {
        if (severalFiles && file != lastFile)
        {
            output.WriteLine(file);
            lastFile = file;
        }

        Tune tune = count.Tune;
        string title = Clean(
            tune.Title
                ?? (tune.Number.Length > 0 ? "X:" + tune.Number : string.Create(CultureInfo.InvariantCulture, $"line {tune.Position.Line}"))
        );
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{number, 4}  {title}  {tune.Meter.Text}  {Clean(tune.Key.ToString())}  {Summary(count)}"
            )
        );
        for (int voice = 0; voice < count.Voices.Count && withMeasures; voice++)
        {
            if (count.Voices.Count > 1)
            {
                output.WriteLine($"      voice {Clean(tune.Voices[voice].Id)}");
            }

            foreach (CountedMeasure measure in count.Voices[voice])
            {
                Write(measure);
            }
        }

        foreach (Finding finding in count.Findings)
        {
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"      line {finding.Line}, column {finding.Column}: {Clean(finding.Text)}")
            );
        }
    }

    private void WriteShares()
    {
        output.WriteLine();
        output.WriteLine("meter   tunes  measures    full  counted  strictly  own length  full inside");
        foreach ((string meter, CountShares shares) in byMeter.OrderByDescending(pair => pair.Value.Measures))
        {
            Shares(meter, shares);
        }

        Shares("all", all);
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{all.WhollyCounted} of {all.Tunes} tunes have every measure counted.")
                + (
                    all.Undefined > 0
                        ? string.Create(
                            CultureInfo.InvariantCulture,
                            $" {all.Undefined} more have no measure in a meter and stand in no share."
                        )
                        : string.Empty
                )
        );
        output.WriteLine(
            "strictly: without split measures; own length: of the tune's commonest length; full inside: mean over tunes without first and last measure."
        );
    }

    private void Shares(string meter, CountShares shares) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{meter, -6} {shares.Tunes, 6} {shares.Measures, 9} {Percent(shares.Full)} {Percent(shares.Counted), 8} {Percent(shares.StrictlyCounted), 9} {Percent(shares.AtCommonestLength), 11} {Percent(shares.MeanInnerFull), 12}"
            )
        );

    private static string Percent(double share) =>
        double.IsNaN(share) ? "      -" : (100 * share).ToString("F1", CultureInfo.InvariantCulture).PadLeft(5) + " %";

    private static string Summary(TuneCount count)
    {
        int[] verdicts = new int[Names.Length];
        foreach (CountedMeasure measure in count.Measures)
        {
            verdicts[(int)measure.Verdict]++;
        }

        List<string> parts = [];
        for (int i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] > 0)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{verdicts[i]} {Names[i]}"));
            }
        }

        int all = verdicts.Sum();
        return string.Create(CultureInfo.InvariantCulture, $"{all} {(all == 1 ? "measure" : "measures")}")
            + (all == 0 ? string.Empty : ": " + string.Join(", ", parts))
            + (
                count.Total == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; {count.Counted} of {count.Total} counted")
            );
    }

    private void Write(CountedMeasure counted)
    {
        Measure measure = counted.Measure;
        string difference =
            counted.Verdict is Verdict.Short or Verdict.Long && counted.Difference is { } lacking
                ? (lacking.Sign > 0 ? "+" : "-") + LengthNames.InBeats(lacking.Sign > 0 ? lacking : -lacking, measure.Meter)
                : string.Empty;
        output.WriteLine(
            string.Create(
                    CultureInfo.InvariantCulture,
                    $"{measure.Index + 1, 8}  {Name(counted.Verdict), -10} {LengthNames.InBeats(measure.Duration, measure.Meter), -7} {difference, -6} {string.Join(' ', measure.Tokens)}"
                )
                .TrimEnd()
        );
    }

    private static string Clean(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
