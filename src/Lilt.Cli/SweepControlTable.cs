using System.Globalization;
using Lilt.Files;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Sweeping.Results;

namespace Lilt.Cli;

/// <summary>What <c>lilt sweep effects</c> writes of a sweep of controls: a row a layer and way of cutting it.</summary>
internal static class SweepControlTable
{
    /// <summary>Writes it.</summary>
    public static void Write(IEnumerable<SweptControl> controls, TextWriter text)
    {
        CsvRow.Write(
            text,
            "model",
            "temperature",
            "header",
            "seed",
            "plan",
            "steps",
            "layer",
            "sets",
            "contrast",
            "change",
            "low",
            "high",
            "random",
            "excess",
            "excess_low",
            "excess_high",
            "damage",
            "residual",
            "p",
            "holm",
            "claim",
            "verdict",
            "sentence"
        );
        foreach (SweptControl control in controls)
        {
            foreach (TimingCut cut in control.Timing.Cuts)
            {
                foreach (TimingEffect effect in cut.Layers)
                {
                    StudyVerdict? verdict = control.Timing.VerdictOn(cut.When, effect.Layer);
                    CsvRow.Write(
                        text,
                        control.Model,
                        Number(control.Temperature),
                        control.Header,
                        control.Seed.ToString(),
                        control.Plan,
                        JsonText.Name(cut.When),
                        Number(effect.Layer),
                        Number(effect.Random.Count),
                        Number(control.Timing.Baseline.Contrast),
                        Number(effect.Target),
                        Number(effect.TargetInterval.Low),
                        Number(effect.TargetInterval.High),
                        Number(effect.Random.Average()),
                        Number(effect.Excess),
                        Number(effect.ExcessInterval?.Low),
                        Number(effect.ExcessInterval?.High),
                        Number(effect.Damage),
                        Number(effect.Residual),
                        Number(effect.P),
                        Number(effect.Holm),
                        verdict?.Claim ?? string.Empty,
                        verdict is null ? string.Empty : JsonText.Name(verdict.Verdict),
                        verdict?.Sentence ?? string.Empty
                    );
                }
            }
        }
    }

    private static string Number(IFormattable? value) =>
        value?.ToString(value is double or float ? "R" : null, CultureInfo.InvariantCulture) ?? string.Empty;
}
