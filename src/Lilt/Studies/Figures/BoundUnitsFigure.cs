using System.Text.Json.Serialization;
using Lilt.Binding;
using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>Figure 14: units against the transcription.</summary>
public sealed record BoundUnitsFigure : Figure
{
    private const string ArticleFound =
        "A unit of layer 1 spikes in every step but three when a measure token is the input, and not when it is “:|”. One of layer 3 spikes in every step when a measure token is output; one of layer 2 is almost zero for two steps then.";

    /// <summary>[T] The tokens written, as text.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>The steps at which a measure token is written, ascending.</summary>
    public required IReadOnlyList<int> MeasureSteps { get; init; }

    /// <summary>The units, by layer.</summary>
    public required IReadOnlyList<BoundUnit> Units { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static BoundUnitsFigure Of(StudyMaterial material, HeaderTunes tunes, IReadOnlyList<LayerBound> bindings)
    {
        List<BoundUnit> units = [];
        for (int layer = 1; layer <= material.Layers.Count; layer++)
        {
            LayerBound[] of = [.. bindings.Where(binding => binding.Layer == layer)];
            if (of.Length == 0)
            {
                continue;
            }

            (List<TuneEvents> Read, List<TuneEvents> Written) events = tunes.Events(layer);
            foreach (bool written in (bool[])[false, true])
            {
                LayerBound[] tested = [.. of.Where(binding => binding.Written == written)];
                if (tested.Length > 0)
                {
                    units.Add(Chosen(material, events, tested, written ? BoundUnitChoice.Written : BoundUnitChoice.Read, null));
                }
            }

            double[] fractions = material.Fractions[layer - 1];
            units.Add(Chosen(material, events, of, BoundUnitChoice.Power, Array.IndexOf(fractions, fractions.Max())));
        }

        return new BoundUnitsFigure
        {
            Tokens = material.Tune.Tokens,
            MeasureSteps = material.Tune.MeasureSteps,
            Units = units,
            Article = ArticleFound,
            Here =
                units.Count == 0
                    ? "Too few tunes hold measure tokens to test binding."
                    : string.Join(' ', units.Where(unit => unit.ChosenFor != BoundUnitChoice.Power).Select(Sentence)),
            Caption =
                $"For each layer the unit most bound to a measure token read, the one most bound to one written, and the one with the most power at the measure period. r is the point-biserial correlation on this tune, descriptive. z is pooled over {NumberText.Count(tunes.Count, "tune")} with the studied header; its p, corrected for the layer's units, is against {NumberText.Number(BindingOptions.Default.Shifts)} circular shifts of the events. "
                + "A unit marks an event if |h| there exceeds the midpoint of its medians at and off events. Averages are over tunes, their error over tunes; header steps and the end token are left out. Units count from 0.",
            Command = material.Options.Commands.Study,
            Files = ["binding.csv", "recording.npz"],
        };
    }

    /// <summary>Makes the figure of the studied tune alone: nothing is tested.</summary>
    internal static BoundUnitsFigure OfOneTune(StudyMaterial material)
    {
        List<BoundUnit> units = [];
        for (int layer = 1; layer <= material.Layers.Count; layer++)
        {
            double[] fractions = material.Fractions[layer - 1];
            BoundUnit?[] chosen =
            [
                ChosenOfOneTune(material, layer, BoundUnitChoice.Read, [false], null),
                ChosenOfOneTune(material, layer, BoundUnitChoice.Written, [true], null),
                ChosenOfOneTune(material, layer, BoundUnitChoice.Power, [false, true], Array.IndexOf(fractions, fractions.Max())),
            ];
            units.AddRange(chosen.OfType<BoundUnit>());
        }

        return new BoundUnitsFigure
        {
            Tokens = material.Tune.Tokens,
            MeasureSteps = material.Tune.MeasureSteps,
            Units = units,
            Article = ArticleFound,
            Here =
                units.Count == 0
                    ? "The tune has no step with a measure token and none without."
                    : string.Join(
                        ' ',
                        units
                            .Where(unit => unit.ChosenFor != BoundUnitChoice.Power)
                            .Select(unit =>
                                $"L{unit.Layer}.h[{unit.Unit}] goes most with a measure token {EnumWords.Of(unit.ChosenFor)} ({Signal(unit)}, r {NumberText.Number(unit.R)}): {Marks(unit)}."
                            )
                    ),
            Caption =
                "For each layer the unit that goes most with a measure token read, the one that goes most with one written, and the one with the most power at the measure period, all on this tune alone. r is the point-biserial correlation of h or of |h| with the event; as the largest of all units it would be large by chance too, and no p belongs to it: whether a unit is bound is tested over many tunes by 'lilt study part7'. "
                + "A unit marks an event if |h| there exceeds the midpoint of its medians at and off events. Averages are over the tune's own events; header steps and the end token are left out. Units count from 0.",
            Command = material.Options.Commands.Study,
            Files = ["recording.npz"],
        };
    }

    private static BoundUnit Chosen(
        StudyMaterial material,
        (List<TuneEvents> Read, List<TuneEvents> Written) events,
        LayerBound[] among,
        BoundUnitChoice chosenFor,
        int? unit
    )
    {
        LayerBound best = among.MaxBy(binding => Math.Abs(binding.Binding.Z(unit ?? binding.Binding.Ranked()[0])))!;
        int chosen = unit ?? best.Binding.Ranked()[0];
        TuneEvents own = material.EventsOf(material.Recording, material.Layers[best.Layer - 1], best.Written)!;
        BoundUnit shown = Shown(
            material,
            best.Layer,
            chosen,
            chosenFor,
            own,
            best.Written,
            best.Rectified,
            PointBiserial.Correlations(own, best.Rectified)[chosen],
            best.Written ? events.Written : events.Read
        );
        return shown with { Z = best.Binding.Z(chosen), P = best.Binding.P(chosen) };
    }

    // Of one tune alone: the largest |r| of all units and of both signals.
    private static BoundUnit? ChosenOfOneTune(
        StudyMaterial material,
        int layer,
        BoundUnitChoice chosenFor,
        IEnumerable<bool> among,
        int? unit
    )
    {
        UnitSequences h = material.Layers[layer - 1];
        BoundUnit? best = null;
        foreach (bool written in among)
        {
            if (material.EventsOf(material.Recording, h, written) is not { HasContrast: true } events)
            {
                continue;
            }

            foreach (bool rectified in (bool[])[false, true])
            {
                double[] r = PointBiserial.Correlations(events, rectified);
                int chosen = unit ?? Enumerable.Range(0, r.Length).MaxBy(of => Math.Abs(r[of]));
                if (best is null || Math.Abs(r[chosen]) > Math.Abs(best.R))
                {
                    best = Shown(material, layer, chosen, chosenFor, events, written, rectified, r[chosen], [events]);
                }
            }
        }

        return best;
    }

    private static BoundUnit Shown(
        StudyMaterial material,
        int layer,
        int unit,
        BoundUnitChoice chosenFor,
        TuneEvents own,
        bool written,
        bool rectified,
        double r,
        IReadOnlyList<TuneEvents> tunes
    )
    {
        UnitSequences h = material.Layers[layer - 1];
        float[] trace = new float[h.Steps];
        for (int step = 0; step < trace.Length; step++)
        {
            trace[step] = h.Step(step)[unit];
        }

        EventLockedAverage average = EventLockedAverage.Of(tunes, unit);
        int[] places = [.. Enumerable.Range(0, average.Mean.Count).Where(place => average.Tunes[place] > 0)];
        List<MarkedEvent> marks = [];
        if (own.HasContrast)
        {
            HitsAndMisses marked = HitsAndMisses.Of(own, unit);
            IReadOnlyList<Notation.Tokens.Token> of = written ? material.Recording.Output : material.Recording.Input;
            marks.AddRange(
                marked
                    .Hits.Concat(marked.Misses)
                    .Order()
                    .Select(step => new MarkedEvent(step, material.Model.Vocabulary[of[step]], marked.Hits.Contains(step)))
            );
        }

        return new BoundUnit
        {
            Layer = layer,
            Unit = unit,
            ChosenFor = chosenFor,
            Signal = rectified ? BoundSignal.Magnitude : BoundSignal.Hidden,
            R = r,
            Z = null,
            P = null,
            BandFraction = material.Fractions[layer - 1][unit],
            Trace = trace,
            Around = new AroundEvent(
                [.. places.Select(place => place - EventLockedAverage.DefaultReach)],
                [.. places.Select(place => average.Mean[place])],
                places.All(place => average.StandardError[place] is not null)
                    ? [.. places.Select(place => average.StandardError[place]!.Value)]
                    : null
            ),
            Events = marks,
        };
    }

    private static string Sentence(BoundUnit unit) =>
        $"L{unit.Layer}.h[{unit.Unit}] is most bound to a measure token {EnumWords.Of(unit.ChosenFor)} ({Signal(unit)}, z {NumberText.Number(unit.Z!.Value)}, p {NumberText.Number(unit.P!.Value)}): {Marks(unit)}.";

    private static string Signal(BoundUnit unit) => unit.Signal == BoundSignal.Magnitude ? "|h|" : "h";

    private static string Marks(BoundUnit unit)
    {
        int missed = unit.Events.Count - unit.Hits;
        return unit.Events.Count == 0 ? "the tune has no such step"
            : missed == 0 ? $"it marks all {NumberText.Number(unit.Events.Count)} on this tune"
            : $"it marks {NumberText.Number(unit.Hits)} of {NumberText.Number(unit.Events.Count)} on this tune, missing {NumberText.List(unit.Events.Where(of => !of.Hit).GroupBy(of => of.Token).Select(group => $"{group.Key} {Times(group.Count())}"))}";
    }

    private static string Times(int count) =>
        count switch
        {
            1 => "once",
            2 => "twice",
            _ => $"{NumberText.Number(count)} times",
        };
}
