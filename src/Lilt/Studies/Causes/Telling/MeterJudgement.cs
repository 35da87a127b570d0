using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>What one meter's interchanges say of every layer.</summary>
internal sealed class MeterJudgement
{
    private readonly MeterQuestions asked;
    private readonly int layers;
    private readonly KeepsJudgement keeps;
    private readonly LayerClaim[] sets;
    private readonly LayerClaim[] handsOn;
    private readonly BarRoad?[] roads;

    /// <param name="asked">The meter's questions, answered.</param>
    /// <param name="layers">S.</param>
    public MeterJudgement(MeterQuestions asked, int layers)
    {
        this.asked = asked;
        this.layers = layers;
        keeps = new KeepsJudgement(asked.Material, asked.Kept, asked.Bootstrap, layers);
        roads = new BarRoad?[layers];
        sets = Sets();
        handsOn = [.. Enumerable.Range(1, layers).Select(HandsOn)];
    }

    /// <summary>Whether the layer keeps the count.</summary>
    public LayerClaim KeepsOf(int layer) => keeps.Of(layer);

    /// <summary>Whether it sets it.</summary>
    public LayerClaim SetsOf(int layer) => sets[layer - 1];

    /// <summary>Whether it hands it on.</summary>
    public LayerClaim HandsOnOf(int layer) => handsOn[layer - 1];

    /// <summary>How the layer passes the bar on; null where it doesn't set the count.</summary>
    public BarRoad? RoadOf(int layer) => roads[layer - 1];

    /// <summary>The layers that keep the count together with one; empty where it keeps it alone or not at all.</summary>
    public IReadOnlyList<int> TogetherOf(int layer) => keeps.TogetherOf(layer);

    private LayerClaim[] Sets()
    {
        int count = asked.Sets.Count;
        int tunes = asked.Sets.Tunes.Distinct().Count();
        int keeper = keeps.Keeper;
        Estimate? reset = asked.Reset;
        (VerdictKind Verdict, string Why)? all =
            count < CausesThresholds.FewestPairs ? (VerdictKind.Undetermined, $"{NumberText.Count(count, "measure")} are too few")
            : tunes < CausesThresholds.FewestTunes ? (VerdictKind.Undetermined, $"{NumberText.Count(tunes, "tune")} are too few")
            : keeper == 0 ? (VerdictKind.Undetermined, "no layer is known to keep the count")
            : reset?.High < CausesThresholds.LeastMoved
                ? (
                    VerdictKind.Contradicted,
                    $"a measure token that is put in lowers B by {FigureWords.Nats(reset.Value)} nats, under {CausesThresholds.LeastMoved}, and so sets nothing back"
                )
            : reset is null || reset.Low < CausesThresholds.LeastMoved
                ? (VerdictKind.Undetermined, "it can't be told whether a measure token that is put in sets the count back")
            : null;
        LayerClaim[] claims = new LayerClaim[layers];
        int setter = 0;
        bool lost = false;
        for (int layer = 1; layer <= layers; layer++)
        {
            Estimate? share = null;
            (VerdictKind verdict, string why) = all ?? Setter(layer, keeper, setter, lost, out share);
            setter = setter == 0 && verdict == VerdictKind.Supported ? layer : setter;
            lost |= verdict == VerdictKind.Undetermined;
            claims[layer - 1] = new LayerClaim(verdict, share?.Value, share?.Low, share?.High, asked.Material.Meter, count, tunes, why);
        }

        return claims;
    }

    // The lowest layer of which a road blocked undoes the reset; of the keeper and what lies above it no road says anything.
    private (VerdictKind Verdict, string Why) Setter(int layer, int keeper, int setter, bool lost, out Estimate? share)
    {
        share = null;
        if (layer >= keeper)
        {
            return setter > 0 ? (VerdictKind.Contradicted, $"layer {setter} sets it")
                : layer > keeper ? (VerdictKind.Undetermined, $"no layer up to layer {keeper}, which keeps the count, is known to set it")
                : keeper > 1
                    ? (VerdictKind.Undetermined, "no layer below it is known to set it, and its own memory put back says nothing of that")
                : Own();
        }

        Estimate? remembered = asked.Undone(layer, heldBack: false);
        Estimate? told = asked.Undone(layer, heldBack: true);
        share = remembered is null || (told is not null && told.Value > remembered.Value) ? told : remembered;
        if (setter > 0)
        {
            return (VerdictKind.Contradicted, $"layer {setter}, below it, sets it");
        }

        if (!lost && share?.Low >= CausesThresholds.Carries)
        {
            roads[layer - 1] = ReferenceEquals(share, told) ? BarRoad.ToldAtOnce : BarRoad.Remembered;
            return (VerdictKind.Supported, string.Empty);
        }

        bool isNeither =
            (remembered is null || remembered.High < CausesThresholds.Carries) && (told is null || told.High < CausesThresholds.Carries);
        return !lost && share is not null && isNeither
            ? (VerdictKind.Contradicted, string.Empty)
            : (VerdictKind.Undetermined, "neither road is known to be the bar's, or it can't be told of a lower layer");

        (VerdictKind, string) Own()
        {
            roads[layer - 1] = BarRoad.ItsOwn;
            return (VerdictKind.Supported, "it keeps the count, and no layer lies below it that could set it");
        }
    }

    private LayerClaim HandsOn(int layer)
    {
        IReadOnlyList<SwapPair> pairs = asked.Moves.Pairs(UpKind.BoundaryToMiddle);
        Estimate? whole = asked.Bootstrap.Mean(
            pairs,
            [.. asked.Moves.Donors(UpKind.BoundaryToMiddle).Zip(asked.Moves.Without(UpKind.BoundaryToMiddle), (one, other) => one - other)]
        );
        string reason = KeepsJudgement.Reason(pairs, whole, "the donors' boundary");
        Estimate? share = asked.HandedOn(UpKind.BoundaryToMiddle, layer);
        VerdictKind verdict =
            reason.Length > 0 || share is null ? VerdictKind.Undetermined
            : share.Low >= CausesThresholds.Carries ? VerdictKind.Supported
            : share.High < CausesThresholds.Carries ? VerdictKind.Contradicted
            : VerdictKind.Undetermined;
        return new LayerClaim(
            verdict,
            share?.Value,
            share?.Low,
            share?.High,
            asked.Material.Meter,
            pairs.Count,
            KeepsJudgement.TunesOf(pairs),
            verdict != VerdictKind.Undetermined ? string.Empty
                : reason.Length > 0 ? reason
                : "the interval holds the threshold"
        );
    }
}
