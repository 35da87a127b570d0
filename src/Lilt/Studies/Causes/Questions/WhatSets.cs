using Lilt.Alignment;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>What sets the count: a measure token is put into a measure, and one road at a time is blocked; and one is left out.</summary>
internal sealed class WhatSets
{
    private readonly MeterMaterial material;
    private readonly int layers;
    private readonly List<(ReadTune Tune, OpenPlace Place, int Own)> targets = [];
    private readonly Trial[] inserted;
    private readonly Trial[][] putBack;
    private readonly Trial[][] heldUp;
    private readonly List<(ReadTune Tune, BarredMeasure Next, Trial Read)> deleted = [];

    /// <param name="material">The tunes.</param>
    /// <param name="shape">The network's.</param>
    /// <param name="draw">Knows where the middle of a measure is, and draws.</param>
    /// <param name="bar">The token that is put in.</param>
    /// <param name="count">The most measures.</param>
    public WhatSets(MeterMaterial material, NetworkShape shape, PairDraw draw, Token bar, int count)
    {
        this.material = material;
        layers = shape.Layers;
        foreach (
            SwapPair pair in draw.Draw(
                "inserted",
                count,
                (tune, place) => draw.IsMiddle(place.Distance) ? Own(tune, place) : null,
                place => place.Distance,
                (_, _) => true
            )
        )
        {
            ReadTune tune = material.Tunes[pair.Target.Tune];
            _ = tune.Places.TryFind(pair.Target.Step, out OpenPlace place);
            targets.Add((tune, place, pair.Own));
            Delete(tune, place.Measure);
        }

        inserted = [.. targets.Select(of => Inserted(of, bar))];
        putBack = [.. Enumerable.Range(1, layers).Select(layer => targets.Select(of => PutBack(of, bar, layer)).ToArray())];
        heldUp = [.. Enumerable.Range(1, layers).Select(layer => targets.Select(of => HeldUp(of, bar, layer)).ToArray())];

        static int? Own(ReadTune tune, OpenPlace place) => tune.Places.Measures[place.Measure].Bar;
    }

    /// <summary>What makes it.</summary>
    public IEnumerable<Trial> Trials =>
        [.. inserted, .. putBack.SelectMany(of => of), .. heldUp.SelectMany(of => of), .. deleted.Select(of => of.Read)];

    /// <summary>In how many measures a token was put.</summary>
    public int Count => targets.Count;

    /// <summary>Whose tunes they are.</summary>
    public int[] Tunes => [.. targets.Select(of => of.Tune.Index)];

    /// <summary>
    /// The highest B at the steps after the one where the token is put, up to the measure's own end, nothing done: where a count that was
    /// not set back makes the bar due, though the token itself, or what blocks its road, may shift it by a step.
    /// </summary>
    /// <remarks>
    /// At every step and not at open places alone: where a note's length follows, what was read does not say so yet, and a bar that is
    /// due there would otherwise be missed.
    /// </remarks>
    public double[] Without =>
        [.. targets.Select(of => Enumerable.Range(of.Place.Step + 1, of.Own - of.Place.Step).Max(step => of.Tune.LogProbability(step)))];

    /// <summary>The same with a measure token put in.</summary>
    public double[] WithBar => Highest(inserted);

    /// <summary>The same with a layer's memory put back to what it was before the token.</summary>
    public double[] PutBackOf(int layer) => Highest(putBack[layer - 1]);

    /// <summary>The same with a layer handing up, in the token's own step, what it handed up before.</summary>
    public double[] HeldUpOf(int layer) => Highest(heldUp[layer - 1]);

    /// <summary>B at a place of the measures after one whose bar was left out, and with the bar there, by their distance.</summary>
    public IEnumerable<(double Eighths, int Tune, double WithoutBar, double With)> Deleted()
    {
        foreach ((ReadTune tune, BarredMeasure next, Trial read) in deleted)
        {
            foreach (OpenPlace place in tune.Places.Of(next.Index).Where(place => place.Distance.Sign > 0))
            {
                yield return (
                    8 * place.Distance.ToDouble(),
                    tune.Index,
                    read.LogProbability(place.Step - next.First - 1),
                    tune.LogProbability(place.Step)
                );
            }
        }
    }

    /// <summary>B at the places after the token that was put in, by their distance from the measure's own beginning.</summary>
    public IEnumerable<(double Eighths, int Tune, double Inserted, double Without)> After()
    {
        for (int n = 0; n < targets.Count; n++)
        {
            (ReadTune tune, OpenPlace place, _) = targets[n];
            foreach (OpenPlace later in Later(targets[n]))
            {
                yield return (
                    8 * later.Distance.ToDouble(),
                    tune.Index,
                    inserted[n].LogProbability(later.Step - place.Step),
                    tune.LogProbability(later.Step)
                );
            }
        }
    }

    // Read 0 is the token that was put in, behind which another one may well stand; the step of a place has read as many of the tune's own
    // more as it is further on.
    private static double[] Highest(Trial[] of) =>
        [.. of.Select(trial => Enumerable.Range(1, trial.Tokens.Count - 1).Max(read => trial.LogProbability(read)))];

    private static IEnumerable<OpenPlace> Later((ReadTune Tune, OpenPlace Place, int Own) of) =>
        of.Tune.Places.Of(of.Place.Measure).Where(later => later.Step > of.Place.Step);

    private Trial Inserted((ReadTune Tune, OpenPlace Place, int Own) of, Token bar) =>
        new() { Start = State(of), Tokens = Tokens(of, bar) };

    private Trial PutBack((ReadTune Tune, OpenPlace Place, int Own) of, Token bar, int layer) =>
        new()
        {
            Start = State(of),
            Tokens = Tokens(of, bar),
            Swaps = [(1, SwappedParts.Layer(layer), State(of))],
        };

    private Trial HeldUp((ReadTune Tune, OpenPlace Place, int Own) of, Token bar, int layer) =>
        new()
        {
            Start = State(of),
            Tokens = Tokens(of, bar),
            Up = (0, layer, State(of)),
        };

    private NetworkState State((ReadTune Tune, OpenPlace Place, int Own) of) => material.State(new(of.Tune.Index, of.Place.Step));

    private static Token[] Tokens((ReadTune Tune, OpenPlace Place, int Own) of, Token bar) =>
        [bar, .. of.Tune.ReadAt(of.Place.Step + 1, of.Own)];

    // The state before the bar, and then the next measure's tokens; the step that would read the bar is left out.
    private void Delete(ReadTune tune, int measure)
    {
        if (measure + 1 < tune.Places.Measures.Count && tune.IsUsed(measure + 1))
        {
            BarredMeasure own = tune.Places.Measures[measure];
            BarredMeasure next = tune.Places.Measures[measure + 1];
            deleted.Add(
                (tune, next, new Trial { Start = material.State(new(tune.Index, own.Bar)), Tokens = tune.ReadAt(next.First + 1, next.Bar) })
            );
        }
    }
}
