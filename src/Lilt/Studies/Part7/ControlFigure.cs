using Lilt.Studies.Control;

namespace Lilt.Studies.Part7;

/// <summary>What cutting a layer did, beside random sets.</summary>
internal sealed record ControlLayer(int Layer, double Target, IReadOnlyList<double> Random, double? P, double? Holm, double[] Interval);

/// <summary>One measure of the control.</summary>
internal sealed record ControlMeasureNumbers(string Name, string Loop, string Unit, double Baseline, string? Harm, IReadOnlyList<ControlLayer> Layers);

/// <summary>The control of figure 6, in the form of web/figures/data.ts.</summary>
internal sealed record ControlFigure
{
    public required int Tunes { get; init; }

    public required int Sets { get; init; }

    public required string Null { get; init; }

    public required string Command { get; init; }

    /// <summary>Whether the article's claim holds, then what is said of each layer.</summary>
    public required string Claim { get; init; }

    public required IReadOnlyList<ControlMeasureNumbers> Measures { get; init; }

    /// <summary>Makes the control of a study's cuts; null where the options leave it out.</summary>
    public static ControlFigure? Of(Part7Material material, IReadOnlyList<CutRun> cuts, Action<double, string> progress, CancellationToken cancellation)
    {
        Part7Options of = material.Options;
        if (of.ControlSets == 0)
        {
            return null;
        }

        ControlOptions options = new()
        {
            Seed = of.Seed,
            Tunes = of.ControlTunes,
            Sets = of.ControlSets,
            Header = material.Header,
            Temperature = of.Temperature,
            DrawsForPrime = of.Mode == Generation.DrawMode.Webapp,
            Threads = of.Threads,
        };
        ControlTarget[] targets = [.. cuts.Take(material.Layers.Count).Where(cut => cut.Units.Length > 0).Select(cut => new ControlTarget(cut.Layer, cut.Units))];
        if (targets.Length == 0)
        {
            throw new StudyRefusedException(
                $"The control cannot be made: a third of a layer of {Say.Count(material.Model.Shape.Units, "unit")} is none, so nothing was cut. Leave it out with --control 0.");
        }

        ControlResult result = Run(material.Model, options, targets, new Watch(progress), cancellation);
        return new ControlFigure
        {
            Tunes = options.Tunes,
            Sets = options.Sets,
            Null = options.Null.ToString().ToLowerInvariant(),
            Command = of.Commands.Study,
            Claim = string.Join(' ', result.Findings.Select(finding => finding.Sentence).Prepend(result.Claim.Sentence)),
            Measures = [.. result.Measures.Select(measure => new ControlMeasureNumbers(
                measure.Name,
                measure.Loop.ToString().ToLowerInvariant(),
                measure.Unit,
                measure.Baseline,
                measure.Harm == ControlHarm.None ? null : measure.Harm.ToString().ToLowerInvariant(),
                [.. measure.Layers.Select(effect => new ControlLayer(
                    effect.Layer, effect.Target, effect.Random, effect.P, effect.Holm, [effect.Interval.Low, effect.Interval.High]))]))],
        };
    }

    private static ControlResult Run(
        Network.Model model, ControlOptions options, ControlTarget[] targets, Watch watch, CancellationToken cancellation)
    {
        try
        {
            return ControlStudy.Run(model, options, targets, watch, cancellation);
        }
        catch (InvalidOperationException e)
        {
            throw new StudyRefusedException($"The control cannot be made: {e.Message} Leave it out with --control 0.");
        }
    }

    private sealed class Watch(Action<double, string> progress) : IProgress<ControlProgress>
    {
        public void Report(ControlProgress value)
        {
            (double from, double share, string what) = value.Stage switch
            {
                ControlStage.Baseline => (0.0, 0.02, "the control's own tunes"),
                ControlStage.OpenLoop => (0.02, 0.4, "the control, tunes fed to every network"),
                _ => (0.42, 0.58, "the control, tunes of every network"),
            };
            progress(from + (share * value.Tunes / Math.Max(1, value.Of)), what);
        }
    }
}
