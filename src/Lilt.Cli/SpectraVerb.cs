using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Spectra;

namespace Lilt.Cli;

/// <summary><c>lilt spectra</c>: the mean spectra of a recording's layers and posterior, and their peaks.</summary>
internal static class SpectraVerb
{
    private const double LeastProminence = 1;

    public static Command Create()
    {
        SpectrumArguments arguments = new();
        Option<bool> json = new("--json")
        {
            Description = "One JSON document, with the spectra themselves and each unit's strongest period.",
        };
        Command command = new(
            "spectra",
            "The mean spectra of the layers and the posterior, and their peaks of 1 dB or more of prominence.\nExample: lilt spectra tune.npz --window rectangular"
        )
        {
            arguments.Recording,
            arguments.Tune,
            arguments.Window,
            arguments.Points,
            arguments.DirectCurrent,
            arguments.Detrending,
            arguments.Rectify,
            json,
        };
        command.SetAction(parsed =>
        {
            TuneRecording tune = arguments.Read(parsed);
            SpectrumOptions options = arguments.Options(parsed);
            List<(string Name, LayerSpectra Spectra)> all = [];
            for (int layer = 1; layer <= tune.Facts.Layers; layer++)
            {
                all.Add((Site.H(layer).ToString(), LayerSpectra.Of(SpectrumArguments.Hidden(tune, layer), options)));
            }

            if (tune.Kinds.Contains(SiteKind.Posterior))
            {
                all.Add(
                    ("posterior", LayerSpectra.Of(new UnitSequences(tune.Values(SiteKind.Posterior), tune.Facts.Vocabulary.Count), options))
                );
            }

            Write(parsed.InvocationConfiguration.Output, tune, options, all, parsed.GetValue(json));
            return CommandLine.Done;
        });
        return command;
    }

    private static void Write(
        TextWriter output,
        TuneRecording tune,
        SpectrumOptions options,
        List<(string Name, LayerSpectra Spectra)> all,
        bool json
    )
    {
        Period? measure = SpectrumArguments.MeasureInterval(tune);
        SpectralGrid grid = all[0].Spectra.Grid;
        JsonArray sites = [];
        if (!json)
        {
            output.WriteLine(
                $"{tune.Steps} steps, {JsonText.Name(options.Window)} window, {grid.Points} points, measure interval {measure?.ToString() ?? "not known"}"
            );
        }

        double first = all[0].Spectra.Mean().Largest;
        foreach ((string name, LayerSpectra spectra) in all)
        {
            MeanSpectrum mean = spectra.Mean();
            double reference = name == "posterior" || !(first > 0) ? mean.Largest : first;
            IReadOnlyList<SpectralPeak> peaks = PeakFinder.Find(mean, LeastProminence);
            if (json)
            {
                sites.Add(Document(name, spectra, mean, reference, peaks, measure));
                continue;
            }

            output.WriteLine();
            output.WriteLine($"{name}: {mean.Units} units, {peaks.Count} peaks");
            foreach (SpectralPeak peak in peaks)
            {
                PeakFamily? family = measure is { } interval ? PeakFamily.Nearest(peak.Period.Frequency, interval, grid) : null;
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {peak.Period, 8}  {Decibels(peak.Magnitude, reference), 7:0.0} dB  prominence {peak.Prominence, 5:0.0} dB  {Standing(peak.Standing), -16}  {(family is { } near ? $"{near} of the measure, {near.BinsAway:+0.0;-0.0;0} bins" : "")}"
                    )
                );
            }
        }

        if (json)
        {
            output.WriteLine(
                new JsonObject
                {
                    ["steps"] = tune.Steps,
                    ["points"] = grid.Points,
                    ["window"] = JsonText.Name(options.Window),
                    ["detrend"] = JsonText.Name(options.Detrending),
                    ["rectify"] = options.Rectify,
                    ["measure"] = measure is { } known ? JsonText.Of(known) : null,
                    ["modelHash"] = tune.Facts.ModelHash,
                    ["seed"] = tune.Facts.Seed?.Value,
                    ["sites"] = sites,
                }.ToJsonString(JsonText.Indented)
            );
        }
    }

    private static JsonObject Document(
        string name,
        LayerSpectra spectra,
        MeanSpectrum mean,
        double reference,
        IReadOnlyList<SpectralPeak> peaks,
        Period? measure
    ) =>
        new()
        {
            ["site"] = name,
            ["units"] = mean.Units,
            ["reference"] = reference,
            ["mean"] = new JsonArray([.. mean.Mean.ToArray().Select(value => (JsonNode)value)]),
            ["standardError"] = new JsonArray([.. mean.StandardError.ToArray().Select(value => (JsonNode)value)]),
            ["peakPeriods"] = new JsonArray([
                .. spectra.PeakPeriods().Select(period => double.IsNaN(period.Steps) ? null : JsonText.Of(period)),
            ]),
            ["peaks"] = new JsonArray([
                .. peaks.Select(peak =>
                {
                    PeakFamily? family = measure is { } interval ? PeakFamily.Nearest(peak.Period.Frequency, interval, mean.Grid) : null;
                    return (JsonNode)
                        new JsonObject
                        {
                            ["bin"] = peak.Bin,
                            ["period"] = JsonText.Of(peak.Period),
                            ["db"] = Decibels(peak.Magnitude, reference),
                            ["prominence"] = peak.Prominence,
                            ["leakage"] = peak.Leakage,
                            ["standing"] = Standing(peak.Standing),
                            ["family"] = family?.ToString(),
                            ["binsAway"] = family?.BinsAway,
                        };
                }),
            ]),
        };

    private static double Decibels(double magnitude, double reference) => 20 * Math.Log10(magnitude / reference);

    private static string Standing(PeakStanding standing) =>
        standing switch
        {
            PeakStanding.Stands => "stands",
            PeakStanding.Unresolved => "unresolved",
            _ => "could be leakage",
        };
}
