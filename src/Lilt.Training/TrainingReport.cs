using System.Globalization;
using System.Net;
using System.Text;
using Lilt.Randomness;

namespace Lilt.Training;

/// <summary>
/// The report of a run: one HTML file that needs nothing else, with the losses over the epochs and the tunes written after each.
/// </summary>
internal static class TrainingReport
{
    private const int Width = 720;
    private const int Height = 320;
    private const int Margin = 48;

    private const string Head = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>A training run</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; } th, td { padding: .15rem .7rem; text-align: right; border-bottom: 1px solid #ddd; }
        pre { background: #f5f5f2; padding: .7rem; overflow-x: auto; white-space: pre-wrap; } svg { max-width: 100%; height: auto; } figcaption { color: #555; }
        .heard { margin: .6rem 0 } .heard svg { color: #111 } .sounding, .sounding path { fill: #b5651d; } .player { display: flex; gap: 1rem; align-items: center; }
        summary { color: #555; cursor: pointer; }
        .training { stroke: #b5651d; fill: #b5651d; } .validation { stroke: #1f5fa8; fill: #1f5fa8; } .averaged { stroke: #2e7d32; fill: #2e7d32; }
        polyline { fill: none !important; stroke-width: 2; } text { font: 12px system-ui, sans-serif; fill: #444; stroke: none; } .key { stroke: none; }
        </style></head><body>

        """;

    /// <summary>The whole report. The script draws and plays the tunes; null leaves them as text.</summary>
    public static string Html(
        TrainingConfig config,
        Seed seed,
        TrainingCorpus corpus,
        int trainingTunes,
        RunProgress progress,
        string? script = null
    )
    {
        StringBuilder html = new(Head);
        html.Append("<h1>A training run</h1>\n");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>{config.Layers} × {config.Units} units over {corpus.Vocabulary.Count} tokens; {trainingTunes} tunes to train on, {corpus.Tunes.Count - trainingTunes} held for validation, by position. Seed {seed}. Corpus SHA-256 <code>{corpus.Hash}</code>. "
        );
        html.Append(CultureInfo.InvariantCulture, $"{progress.Epoch} of {config.Epochs} epochs, {progress.Update} updates");
        html.Append(
            progress.BestEpoch > 0
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"; the best epoch is {progress.BestEpoch}, {progress.BestScore:F4} nats a token.</p>\n"
                )
                : ".</p>\n"
        );
        foreach (string change in progress.Changes)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>Changed on resuming: {WebUtility.HtmlEncode(change)}.</p>\n");
        }

        if (progress.Epochs.Count > 0)
        {
            AppendCurves(html, progress.Epochs);
            AppendTable(html, progress.Epochs);
        }

        AppendSamples(html, progress.Samples);
        html.Append(CultureInfo.InvariantCulture, $"<h2>The recipe</h2>\n<pre>{WebUtility.HtmlEncode(config.ToJson())}</pre>\n");
        if (script is not null)
        {
            html.Append("<script>")
                .Append(script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase))
                .Append("</script>\n");
        }

        html.Append("</body></html>\n");
        return html.ToString();
    }

    private static void AppendCurves(StringBuilder html, List<EpochRecord> epochs)
    {
        (string Name, Func<EpochRecord, double> Value)[] curves =
        [
            ("training", static epoch => epoch.TrainingLoss),
            ("validation", static epoch => epoch.ValidationLoss),
            ("averaged", static epoch => epoch.AveragedValidationLoss),
        ];
        double[] values = [.. epochs.SelectMany(epoch => curves.Select(curve => curve.Value(epoch))).Where(double.IsFinite)];
        double low = Math.Floor(values.Min() * 10) / 10;
        double high = Math.Max(low + 0.1, Math.Ceiling(values.Max() * 10) / 10);
        int last = Math.Max(2, epochs.Count);
        html.Append("<h2>Losses</h2>\n<figure>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-label=\"Losses over epochs\">\n"
        );
        for (int line = 0; line <= 5; line++)
        {
            double value = low + ((high - low) * line / 5);
            html.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Margin}\" x2=\"{Width - Margin}\" y1=\"{Y(value):F1}\" y2=\"{Y(value):F1}\" stroke=\"#e4e4e0\"/><text x=\"{Margin - 6}\" y=\"{Y(value) + 4:F1}\" text-anchor=\"end\">{value:F2}</text>\n"
            );
        }

        int stride = Math.Max(1, last / 12);
        for (int epoch = 1; epoch <= last; epoch += stride)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{X(epoch):F1}\" y=\"{Height - Margin + 18}\" text-anchor=\"middle\">{epoch}</text>\n"
            );
        }

        int key = 0;
        foreach ((string name, Func<EpochRecord, double> value) in curves)
        {
            EpochRecord[] present = [.. epochs.Where(epoch => double.IsFinite(value(epoch)))];
            if (present.Length == 0)
            {
                continue;
            }

            html.Append(
                CultureInfo.InvariantCulture,
                $"<g class=\"{name}\"><polyline points=\"{string.Join(' ', present.Select(epoch => string.Create(CultureInfo.InvariantCulture, $"{X(epoch.Epoch):F1},{Y(value(epoch)):F1}")))}\"/>"
            );
            foreach (EpochRecord epoch in present)
            {
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<circle cx=\"{X(epoch.Epoch):F1}\" cy=\"{Y(value(epoch)):F1}\" r=\"3\"><title>epoch {epoch.Epoch}, {name}: {value(epoch):F4}</title></circle>"
                );
            }

            html.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"key\" x=\"{Width - 190}\" y=\"{14 + (18 * key)}\" width=\"12\" height=\"12\"/><text x=\"{Width - 172}\" y=\"{24 + (18 * key)}\">{name}</text></g>\n"
            );
            key++;
        }

        html.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Width / 2}\" y=\"{Height - 8}\" text-anchor=\"middle\">epoch</text></svg>\n"
        );
        html.Append(
            "<figcaption>Nats a token. Training is the mean over the epoch, with dropout; validation is after it, without; averaged is validation with the running average of the weights.</figcaption></figure>\n"
        );

        double X(int epoch) => Margin + ((epoch - 1.0) / (last - 1) * (Width - (2 * Margin)));
        double Y(double value) => Margin / 2 + ((high - value) / (high - low) * (Height - (1.5 * Margin)));
    }

    private static void AppendTable(StringBuilder html, List<EpochRecord> epochs)
    {
        html.Append(
            "<table><thead><tr><th>epoch</th><th>training</th><th>a tune</th><th>validation</th><th>a tune</th><th>averaged</th><th>rate</th><th>tokens a second</th></tr></thead><tbody>\n"
        );
        foreach (EpochRecord epoch in epochs)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{epoch.Epoch}</td><td>{Number(epoch.TrainingLoss, 4)}</td><td>{Number(epoch.TrainingLossPerTune, 1)}</td><td>{Number(epoch.ValidationLoss, 4)}</td>"
            );
            html.Append(
                CultureInfo.InvariantCulture,
                $"<td>{Number(epoch.ValidationLossPerTune, 1)}</td><td>{Number(epoch.AveragedValidationLoss, 4)}</td><td>{epoch.LearningRate:G3}</td><td>{Number(epoch.TokensPerSecond, 0)}</td></tr>\n"
            );
        }

        html.Append("</tbody></table>\n");
    }

    private static void AppendSamples(StringBuilder html, List<EpochSample> samples)
    {
        foreach (IGrouping<Seed, EpochSample> seed in samples.GroupBy(sample => sample.Seed).OrderBy(group => group.Key.Value))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>Seed {seed.Key}</h2>\n");
            foreach (EpochSample sample in seed.OrderBy(sample => sample.Epoch))
            {
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<h3>After epoch {sample.Epoch}{(sample.EndsAtLimit ? ", cut" : string.Empty)}</h3>\n<pre class=\"abc\" data-name=\"the tune of seed {seed.Key} after epoch {sample.Epoch}\">{WebUtility.HtmlEncode(SampleAbc.Of(sample))}</pre>\n"
                );
            }
        }
    }

    private static string Number(double value, int digits) =>
        double.IsFinite(value) ? value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "–";
}
