using Lilt.Studies.Control;

namespace Lilt.Studies.Part7;

/// <summary>Makes the control of a study's cuts.</summary>
internal static class Part7Control
{
    /// <summary>The control; null where the options leave it out.</summary>
    /// <exception cref="StudyRefusedException">Nothing was cut, or the network's tunes hold no measure.</exception>
    public static ControlResult? Of(
        StudyMaterial material,
        Part7Options of,
        IReadOnlyList<CutRun> cuts,
        ControlLedger? ledger,
        Action<double, string> progress,
        CancellationToken cancellation
    )
    {
        if (of.ControlSets == 0)
        {
            return null;
        }

        ControlTarget[] targets =
        [
            .. cuts.Take(material.Layers.Count).Where(cut => cut.Units.Length > 0).Select(cut => new ControlTarget(cut.Layer, cut.Units)),
        ];
        if (targets.Length == 0)
        {
            throw new StudyRefusedException(
                $"The control cannot be made: a third of a layer of {NumberText.Count(material.Model.Shape.Units, "unit")} is none, so nothing was cut. Leave it out with --control 0."
            );
        }

        ControlOptions options = new()
        {
            Seed = of.Seed,
            Tunes = of.ControlTunes,
            Sets = of.ControlSets,
            OtherBand = material.Band.Contains(material.MeasureInterval) ? null : material.Band,
            Header = material.Header,
            Temperature = of.Temperature,
            DrawsForPrime = of.Mode == Generation.DrawMode.Webapp,
            Threads = of.Threads,
        };
        try
        {
            return ControlStudy.Run(material.Model, options, targets, ledger, new Watch(progress), cancellation);
        }
        catch (NothingToControlException e)
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
                ControlStage.ClosedLoop => (0.02, 0.2, "the control, tunes of every network"),
                _ => (0.22, 0.78, "the control, tunes fed to every network"),
            };
            progress(from + (share * value.Tunes / Math.Max(1, value.Of)), what);
        }
    }
}
