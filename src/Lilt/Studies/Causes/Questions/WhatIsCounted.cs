using Lilt.Alignment;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>What is counted: all layers are interchanged with a place that differs in duration alone, or in number of tokens alone.</summary>
internal sealed class WhatIsCounted
{
    private const int FewerTokens = 2;

    private readonly MeterMaterial material;

    /// <param name="material">The tunes.</param>
    /// <param name="shape">The network's.</param>
    /// <param name="draw">Draws the pairs.</param>
    /// <param name="count">The most pairs of each kind.</param>
    public WhatIsCounted(MeterMaterial material, NetworkShape shape, PairDraw draw, int count)
    {
        this.material = material;
        Fraction less = new(KeptWhere.MainDose, 8);
        SwappedParts all = SwappedParts.All(shape);
        OtherDuration = new SwapResult(
            material,
            all,
            -KeptWhere.MainDose,
            draw.Draw(
                "same tokens",
                count,
                Own,
                place => place.Distance - less is var distance && distance.Sign > 0 ? distance : null,
                (target, donor) => donor.Tokens == target.Tokens && donor.Distance < material.Full
            )
        );
        OtherTokens = new SwapResult(
            material,
            all,
            0,
            draw.Draw(
                "same duration",
                count,
                Own,
                place => place.Distance.Sign > 0 ? place.Distance : null,
                (target, donor) => donor.Tokens <= target.Tokens - FewerTokens
            )
        );
    }

    /// <summary>Donors with two eighths less, and as many tokens.</summary>
    public SwapResult OtherDuration { get; }

    /// <summary>Donors with as much duration, and at least two tokens fewer.</summary>
    public SwapResult OtherTokens { get; }

    /// <summary>What makes it.</summary>
    public IEnumerable<Trial> Trials => OtherDuration.Trials.Concat(OtherTokens.Trials);

    /// <summary>How much B falls at the own bar, a pair each.</summary>
    public static double[] Lost(SwapResult of) => [.. of.OwnWithout.Zip(of.Own, (without, after) => without - after)];

    /// <summary>B by duration and by tokens since the bar on natural measures: every open place of the used ones.</summary>
    public IEnumerable<(int Tune, Fraction Distance, int Tokens, double B)> Natural() =>
        from tune in material.Tunes
        from place in tune.UsedPlaces
        where place.Distance.Sign > 0
        select (tune.Index, place.Distance, place.Tokens, tune.LogProbability(place.Step));

    private int? Own(ReadTune tune, OpenPlace place) =>
        place.Distance.Sign > 0 && place.Distance < material.Full ? tune.Places.Measures[place.Measure].Bar : null;
}
