using Lilt.Binding;
using Lilt.Spectra;

namespace Lilt.Studies.Part7;

/// <summary>The mean of h around an event.</summary>
internal sealed record AroundEvent(int[] Lags, double[] Mean, double[]? Error);

/// <summary>An event of the tune, and whether the unit marks it.</summary>
internal sealed record MarkedEvent(int Step, string Token, bool Hit);

/// <summary>A unit of figure 14.</summary>
internal sealed record BoundUnit
{
    public required int Layer { get; init; }

    public required int Unit { get; init; }

    public required string ChosenFor { get; init; }

    public required string Signal { get; init; }

    public required double R { get; init; }

    public required double? Z { get; init; }

    public required double? P { get; init; }

    public required double BandFraction { get; init; }

    public required float[] Trace { get; init; }

    public required AroundEvent Around { get; init; }

    public required IReadOnlyList<MarkedEvent> Events { get; init; }
}

/// <summary>Figure 14: units against the transcription.</summary>
internal sealed record BoundUnitsFigure : Beside
{
    public required IReadOnlyList<string> Tokens { get; init; }

    public required IReadOnlyList<int> MeasureSteps { get; init; }

    public required IReadOnlyList<BoundUnit> Units { get; init; }

    /// <summary>Makes the figure.</summary>
    public static BoundUnitsFigure Of(Part7Material material, HeaderTunes tunes, IReadOnlyList<LayerBound> bindings)
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
                    units.Add(Chosen(material, tunes, events, tested, written ? "written" : "read", null));
                }
            }

            double[] fractions = material.Fractions[layer - 1];
            units.Add(Chosen(material, tunes, events, of, "power", Array.IndexOf(fractions, fractions.Max())));
        }

        return new BoundUnitsFigure
        {
            Tokens = material.Tune.Tokens,
            MeasureSteps = material.Tune.MeasureSteps,
            Units = units,
            Article = "A unit of layer 1 spikes in every step but three when a measure token is the input, and not when it is “:|”. One of layer 3 spikes in every step when a measure token is output; one of layer 2 is almost zero for two steps then.",
            Here = units.Count == 0
                ? "Too few tunes hold measure tokens to test binding."
                : string.Join(' ', units.Where(unit => unit.ChosenFor != "power").Select(Sentence)),
            Caption = $"For each layer the unit most bound to a measure token read, the one most bound to one written, and the one with the most power at the measure period. r is the point-biserial correlation on this tune, descriptive. z is pooled over {Say.Count(tunes.Count, "tune")} with the studied header; its p, corrected for the layer's units, is against {Say.Number(BindingOptions.Default.Shifts)} circular shifts of the events. "
                + "A unit marks an event if |h| there exceeds the midpoint of its medians at and off events. Averages are over tunes, their error over tunes; header steps and the end token are left out. Units count from 0.",
            Command = material.Options.Commands.Study,
            Files = ["binding.csv", "recording.npz"],
        };
    }

    private static BoundUnit Chosen(
        Part7Material material, HeaderTunes tunes, (List<TuneEvents> Read, List<TuneEvents> Written) events, LayerBound[] among, string chosenFor, int? unit)
    {
        LayerBound best = among.MaxBy(binding => Math.Abs(binding.Binding.Z(unit ?? binding.Binding.Ranked()[0])))!;
        int chosen = unit ?? best.Binding.Ranked()[0];
        UnitSequences h = material.Layers[best.Layer - 1];
        TuneEvents own = tunes.EventsOf(material.Recording, h, best.Written)!;
        float[] trace = new float[h.Steps];
        for (int step = 0; step < trace.Length; step++)
        {
            trace[step] = h.Step(step)[chosen];
        }

        EventLockedAverage average = EventLockedAverage.Of(best.Written ? events.Written : events.Read, chosen);
        int[] places = [.. Enumerable.Range(0, average.Mean.Count).Where(place => average.Tunes[place] > 0)];
        List<MarkedEvent> marks = [];
        if (own.HasContrast)
        {
            HitsAndMisses marked = HitsAndMisses.Of(own, chosen);
            IReadOnlyList<Notation.Tokens.Token> of = best.Written ? material.Recording.Output : material.Recording.Input;
            marks.AddRange(marked.Hits.Concat(marked.Misses).Order()
                .Select(step => new MarkedEvent(step, material.Model.Vocabulary[of[step]], marked.Hits.Contains(step))));
        }

        return new BoundUnit
        {
            Layer = best.Layer,
            Unit = chosen,
            ChosenFor = chosenFor,
            Signal = best.Rectified ? "|h|" : "h",
            R = PointBiserial.Correlations(own, best.Rectified)[chosen],
            Z = best.Binding.Z(chosen),
            P = best.Binding.P(chosen),
            BandFraction = material.Fractions[best.Layer - 1][chosen],
            Trace = trace,
            Around = new AroundEvent(
                [.. places.Select(place => place - EventLockedAverage.DefaultReach)],
                [.. places.Select(place => average.Mean[place])],
                places.All(place => average.StandardError[place] is not null) ? [.. places.Select(place => average.StandardError[place]!.Value)] : null),
            Events = marks,
        };
    }

    private static string Sentence(BoundUnit unit)
    {
        int hits = unit.Events.Count(of => of.Hit);
        int missed = unit.Events.Count - hits;
        string spikes = unit.Events.Count == 0 ? "the tune has no such step"
            : missed == 0 ? $"it marks all {Say.Number(unit.Events.Count)} on this tune"
            : $"it marks {Say.Number(hits)} of {Say.Number(unit.Events.Count)} on this tune, missing {Say.List(unit.Events.Where(of => !of.Hit).GroupBy(of => of.Token).Select(group => $"{group.Key} {Times(group.Count())}"))}";
        return $"L{unit.Layer}.h[{unit.Unit}] is most bound to a measure token {unit.ChosenFor} ({unit.Signal}, z {Say.Number(unit.Z!.Value)}, p {Say.Number(unit.P!.Value)}): {spikes}.";
    }

    private static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{Say.Number(count)} times",
    };
}
