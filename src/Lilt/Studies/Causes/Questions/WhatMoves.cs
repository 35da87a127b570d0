using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Statistics;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>What a layer's output moves: for one step it hands up what it handed up elsewhere, its own memory untouched.</summary>
internal sealed class WhatMoves
{
    private readonly MeterMaterial material;
    private readonly bool[] isMeasure;
    private readonly IReadOnlyList<SwapPair>[] pairs;
    private readonly Trial[][][] trials;
    private readonly Trial[] untouched;

    /// <param name="material">The tunes.</param>
    /// <param name="model">The network.</param>
    /// <param name="draw">Draws the pairs.</param>
    /// <param name="count">The most pairs of each kind.</param>
    public WhatMoves(MeterMaterial material, Model model, PairDraw draw, int count)
    {
        this.material = material;
        isMeasure =
        [
            .. Enumerable
                .Range(0, model.Vocabulary.Count)
                .Select(index => TokenKinds.Of(model.Vocabulary, new Token(index)) == TokenKind.Measure),
        ];
        pairs =
        [
            draw.Draw(
                "up at a boundary",
                count,
                (_, place) => draw.IsMiddle(place.Distance) ? place.Step : null,
                _ => material.Full,
                (_, _) => true
            ),
            draw.Draw(
                "up, sham",
                count,
                (_, place) => draw.IsMiddle(place.Distance) ? place.Step : null,
                place => place.Distance,
                (_, _) => true
            ),
            draw.Draw(
                "up, reverse",
                count,
                (_, place) => place.Distance == material.Full ? place.Step : null,
                _ => draw.Middle,
                (_, _) => true
            ),
        ];
        trials =
        [
            .. pairs.Select(kind =>
                Enumerable
                    .Range(1, model.Shape.Layers)
                    .Select(layer => kind.Select(pair => TrialOf(pair, layer, model.Shape.Tokens)).ToArray())
                    .ToArray()
            ),
        ];
        untouched = [.. pairs.SelectMany(kind => kind).Select(pair => TrialOf(pair, 0, model.Shape.Tokens))];
    }

    /// <summary>What makes it.</summary>
    public IEnumerable<Trial> Trials => [.. untouched, .. trials.SelectMany(kind => kind.SelectMany(of => of))];

    /// <summary>Pairs of the kinds: boundary handed to the middle, shams, middle handed to the boundary.</summary>
    public IReadOnlyList<SwapPair> Pairs(UpKind kind) => pairs[(int)kind];

    /// <summary>B of a kind after a layer handed up the donor's, a pair each.</summary>
    public double[] Moved(UpKind kind, int layer) => [.. trials[(int)kind][layer - 1].Select(trial => trial.LogProbability(0))];

    /// <summary>B of a kind, nothing done.</summary>
    public double[] Without(UpKind kind) =>
        [.. pairs[(int)kind].Select(pair => material.Tunes[pair.Target.Tune].LogProbability(pair.Target.Step))];

    /// <summary>B of the donors themselves.</summary>
    public double[] Donors(UpKind kind) =>
        [.. pairs[(int)kind].Select(pair => material.Tunes[pair.Donor.Tune].LogProbability(pair.Donor.Step))];

    /// <summary>How far all other tokens' distribution moved, bits, a pair each: the posterior without measure tokens.</summary>
    public double[] OthersMoved(UpKind kind, int layer)
    {
        int first = pairs.Take((int)kind).Sum(of => of.Count);
        return
        [
            .. trials[(int)kind][layer - 1].Select((trial, n) => JensenShannonDivergence.Of(Others(trial), Others(untouched[first + n]))),
        ];
    }

    private double[] Others(Trial trial) => [.. trial.LastPosterior!.Select((p, token) => isMeasure[token] ? 0.0 : p)];

    private Trial TrialOf(SwapPair pair, int layer, int tokens)
    {
        ReadTune tune = material.Tunes[pair.Target.Tune];
        return new Trial
        {
            Start = material.State(new(pair.Target.Tune, pair.Target.Step - 1)),
            Tokens = tune.ReadAt(pair.Target.Step, pair.Target.Step),
            Up = layer == 0 ? null : (0, layer, material.State(pair.Donor)),
            LastPosterior = new float[tokens],
        };
    }
}
