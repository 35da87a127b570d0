using Lilt.Studies.Control;
using Lilt.Studies.Figures;
using Lilt.Studies.Part7.Figures;

namespace Lilt.Studies.Part7.Telling;

/// <summary>The tables of a study.</summary>
internal static class Part7Tables
{
    /// <summary>All tables.</summary>
    public static IReadOnlyList<StudyTable> Of(
        Part7Figures figures,
        IReadOnlyList<LayerBound> bindings,
        MeasureBeat beat,
        IReadOnlyList<StudyVerdict> verdicts,
        ControlResult? control
    )
    {
        (string Window, SpectrumPanel Panel)[] panels =
        [
            ("hann", figures.MeanSpectra.Panel),
            ("rectangular", figures.RectangularSpectra.Panel),
            ("rectified", figures.RectifiedSpectra.Panel),
            ("unit-normalised", figures.MeanSpectra.UnitNormalised),
            ("indicators", figures.Recurrences.Panel),
            ("families", figures.Posterior.Families),
            .. figures.MeanSpectra.OverTunes is { } over ? ((string, SpectrumPanel)[])[("over tunes", over)] : [],
        ];
        return
        [
            TuneTables.Steps("each step of the studied tune: its token, the token's surprise", figures.Tune, figures.Posterior),
            TuneTables.Measures(
                "every measure of every tune with its verdict",
                [figures.Tune.Tune, .. figures.Excision.Cuts.Select(cut => cut.Tune), .. figures.Stimulation.Runs.Select(run => run.Tune)]
            ),
            new(
                "units.csv",
                "each unit: its rank by peak period, whether the cut by rank takes it, whether it beats with the measures over tunes",
                ["layer", "unit", "rank_by_peak_period", "cut_by_rank", "mean_log_ratio", "q", "beats_with_measures"],
                Units(figures, beat)
            ),
            new(
                "at-measure.csv",
                "each mean spectrum at the measure frequency, over tunes",
                ["curve", "ratio_decibels", "tunes", "p", "holm"],
                figures.MeanSpectra.AtMeasure.Select(of => new object?[] { of.Curve, of.RatioDecibels, of.Tunes, of.P, of.Holm })
            ),
            new(
                "conventions.csv",
                "what the threshold takes under each convention",
                ["convention", "threshold", "units", "share"],
                figures.Excision.Conventions.Select(of => new object?[] { of.Convention, of.Threshold, of.Units, of.Share })
            ),
            new(
                "mean-spectra.csv",
                "the mean spectra of figures 7, 10, 11, 12 and 13",
                ["panel", "curve", "frequency", "decibels", "low", "high"],
                Curves(panels)
            ),
            new(
                "peaks.csv",
                "the peaks of those spectra",
                ["panel", "curve", "period", "decibels", "prominence", "family", "bins_off", "verdict"],
                panels.SelectMany(of =>
                    of.Panel.Peaks.Select(peak =>
                        new object?[]
                        {
                            of.Window,
                            peak.Curve,
                            peak.Period.Steps,
                            peak.Decibels,
                            peak.Prominence,
                            peak.Family,
                            peak.BinsOff,
                            EnumWords.Of(peak.Verdict),
                        }
                    )
                )
            ),
            new(
                "windows.csv",
                "main-lobe support and first sidelobes",
                ["length", "window", "period", "support_low", "support_high", "sidelobe_low", "sidelobe_high"],
                figures.WindowTables.Tables.SelectMany(table =>
                    table.Rows.Select(row =>
                        new object?[]
                        {
                            table.Length,
                            EnumWords.Of(row.Window),
                            row.Period.Steps,
                            row.Support[0].Steps,
                            row.Support[1].Steps,
                            row.Sidelobes[0],
                            row.Sidelobes.Length > 1 ? row.Sidelobes[1] : null,
                        }
                    )
                )
            ),
            new(
                "intervals.csv",
                "steps from one occurrence of a token to the next",
                ["token", "interval", "count"],
                figures.Recurrences.Intervals.SelectMany(of =>
                    of.Intervals.Select(interval => new object?[] { of.Token, interval.Steps, interval.Count })
                )
            ),
            new(
                "self-match.csv",
                "the share of steps whose token returns after a lag",
                ["lag", "share"],
                figures.Recurrences.SelfMatch.Select((share, index) => new object?[] { index + 1, share })
            ),
            new(
                "binding.csv",
                "how each unit goes with measure tokens read and written, over the header tunes",
                ["layer", "unit", "event", "signal", "z", "p"],
                bindings.SelectMany(of =>
                    Enumerable
                        .Range(0, of.Binding.Units)
                        .Select(unit =>
                            new object?[]
                            {
                                of.Layer,
                                unit,
                                of.Written ? "written" : "read",
                                of.Rectified ? "|h|" : "h",
                                of.Binding.Z(unit),
                                of.Binding.P(unit),
                            }
                        )
                )
            ),
            new(
                "stimulation.csv",
                "how far the stimulus moved the posterior at each step",
                ["tune", "step", "token", "other", "moved_bits"],
                figures.Stimulation.Runs.SelectMany(run =>
                    run.Moved.Select((moved, step) => new object?[] { run.Tune.Name, step, run.Tune.Tokens[step], run.Others[step], moved })
                )
            ),
            new(
                "constant-tokens.csv",
                "how far each unit's mean moves under other meters and modes",
                ["token", "instead_of", "layer", "unit", "shift"],
                figures.ConstantTokens.Variants.SelectMany(variant =>
                    variant.Layers.SelectMany(layer =>
                        layer.Shift.Select((shift, unit) => new object?[] { variant.Token, variant.Instead, layer.Layer, unit, shift })
                    )
                )
            ),
            VerdictTable.Of(verdicts),
            .. control is null ? [] : ControlTables.Of(control),
            new(
                "softmax.csv",
                "the softmax layer's singular values and each unit's correlation with the bias",
                ["kind", "index", "value"],
                Softmax(figures.SoftmaxAnatomy)
            ),
        ];
    }

    private static IEnumerable<object?[]> Units(Part7Figures figures, MeasureBeat beat)
    {
        foreach (HiddenLayer layer in figures.HiddenStates.Layers)
        {
            int[] ranks = new int[layer.ByPeakPeriod.Length];
            for (int rank = 0; rank < ranks.Length; rank++)
            {
                ranks[layer.ByPeakPeriod[rank]] = rank;
            }

            HashSet<int> cut = [.. figures.Excision.Cuts[layer.Layer - 1].Units];
            for (int unit = 0; unit < ranks.Length; unit++)
            {
                yield return
                [
                    layer.Layer,
                    unit,
                    ranks[unit],
                    cut.Contains(unit),
                    beat.MeanLogRatio(layer.Layer, unit),
                    beat.Q(layer.Layer, unit),
                    beat.Beats(layer.Layer, unit),
                ];
            }
        }
    }

    private static IEnumerable<object?[]> Curves((string Window, SpectrumPanel Panel)[] panels) =>
        panels.SelectMany(of =>
            of.Panel.Curves.SelectMany(curve =>
                curve.Decibels.Select(
                    (decibels, bin) =>
                        new object?[] { of.Window, curve.Name, of.Panel.Frequencies[bin], decibels, curve.Low?[bin], curve.High?[bin] }
                )
            )
        );

    private static IEnumerable<object?[]> Softmax(SoftmaxAnatomyFigure softmax) =>
        softmax
            .SingularValues.Select((value, index) => new object?[] { "singular value", index, value })
            .Concat(softmax.WithBias.Select((value, unit) => new object?[] { "correlation with bias", unit, value }));
}
