using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>What one meter's interchanges say of every layer.</summary>
internal sealed class MeterJudgement
{
    private readonly MeterEvidence evidence;
    private readonly LayerClaim[] keeps;
    private readonly IReadOnlyList<int>[] together;
    private readonly BarRoad?[] roads;

    private MeterJudgement(MeterEvidence evidence)
    {
        this.evidence = evidence;
        together = [.. All.Select(_ => (IReadOnlyList<int>)[])];
        roads = new BarRoad?[evidence.Layers];
        keeps = Keeps();
    }

    private IEnumerable<int> All => Enumerable.Range(1, evidence.Layers);

    // The lowest layer that keeps the count, alone or together with others; 0 for none.
    private int Keeper =>
        1 + Array.FindIndex(keeps, claim => claim.Verdict == VerdictKind.Supported) is var alone and > 0
            ? alone
            : 1 + Array.FindIndex(together, others => others.Count > 0);

    /// <summary>The layers, layer 1 first.</summary>
    /// <param name="evidence">What was measured.</param>
    public static IReadOnlyList<WiredLayer> Of(MeterEvidence evidence)
    {
        MeterJudgement judged = new(evidence);
        LayerClaim[] sets = judged.Sets();
        return
        [
            .. judged.All.Select(layer => new WiredLayer(
                layer,
                sets[layer - 1],
                judged.roads[layer - 1],
                judged.keeps[layer - 1],
                judged.together[layer - 1],
                judged.HandsOn(layer)
            )),
        ];
    }

    private LayerClaim[] Keeps()
    {
        string reason = Reason(evidence.Pairs, evidence.Tunes, evidence.Whole, "interchanging all layers");
        if (reason.Length == 0 && evidence.Sham is { } sham && Math.Abs(sham.Value) > CausesThresholds.LargestSham * evidence.Whole!.Value)
        {
            reason = $"shams move the bar by {FigureWords.Nats(sham.Value)} nats, the dose by {FigureWords.Nats(evidence.Whole.Value)}";
        }

        CarriedShare[] alone = [.. All.Select(layer => evidence.Set([layer]))];
        VerdictKind[] verdicts = [.. alone.Select(of => reason.Length > 0 ? VerdictKind.Undetermined : Keeps(of))];
        if (reason.Length == 0 && !verdicts.Contains(VerdictKind.Supported))
        {
            Join(verdicts);
        }

        return
        [
            .. alone.Select(
                (of, n) =>
                    Claim(
                        verdicts[n],
                        of.Share,
                        evidence.Pairs,
                        evidence.Tunes,
                        reason.Length > 0 ? reason
                            : of.IsTooEarly || (of.MayBeTooEarly && verdicts[n] == VerdictKind.Undetermined)
                                ? "interchanged alone it moves the bar further than the donor's count says"
                            : verdicts[n] != VerdictKind.Undetermined ? string.Empty
                            : "the interval holds the threshold, or the other layers do not carry the count without it either"
                    )
            ),
        ];
    }

    private VerdictKind Keeps(CarriedShare of) =>
        of.Share is not { } share || of.MayBeTooEarly ? VerdictKind.Undetermined
        : share.Low >= CausesThresholds.Carries ? VerdictKind.Supported
        : share.High < CausesThresholds.Carries
        && share.High > CausesThresholds.WorksAgainst
        && evidence.Set(Without(of.Layers[0])).Share is { } without
        && without.Low >= CausesThresholds.CarriesWithout
            ? VerdictKind.Contradicted
        : VerdictKind.Undetermined;

    // The smallest set of layers that carries the count where none alone does, and each is needed for it.
    private void Join(VerdictKind[] verdicts)
    {
        IReadOnlyList<int> keepers =
            evidence
                .Sets.FirstOrDefault(of =>
                    of.Layers.Count > 1
                    && of.Layers.Count < evidence.Layers
                    && of.Carries
                    && of.Layers.All(layer => evidence.Set([layer]).CarriesNot && evidence.Set(Without(layer)).CarriesNot)
                )
                ?.Layers
            ?? [];
        foreach (int layer in keepers)
        {
            verdicts[layer - 1] = VerdictKind.Contradicted;
            together[layer - 1] = [.. keepers.Where(other => other != layer)];
        }
    }

    private LayerClaim[] Sets()
    {
        int keeper = Keeper;
        Estimate? reset = evidence.Reset;
        (VerdictKind Verdict, string Why)? all =
            evidence.Measures < CausesThresholds.FewestPairs ? (VerdictKind.Undetermined, $"{evidence.Measures} measures are too few")
            : evidence.MeasuresTunes < CausesThresholds.FewestTunes
                ? (VerdictKind.Undetermined, $"{evidence.MeasuresTunes} tunes are too few")
            : keeper == 0 ? (VerdictKind.Undetermined, "no layer is known to keep the count")
            : reset?.High < CausesThresholds.LeastMoved
                ? (
                    VerdictKind.Contradicted,
                    $"a measure token that is put in lowers B by {FigureWords.Nats(reset.Value)} nats, under {CausesThresholds.LeastMoved}, and so sets nothing back"
                )
            : reset is null || reset.Low < CausesThresholds.LeastMoved
                ? (VerdictKind.Undetermined, "it can't be told whether a measure token that is put in sets the count back")
            : null;
        LayerClaim[] claims = new LayerClaim[evidence.Layers];
        int setter = 0;
        bool lost = false;
        foreach (int layer in All)
        {
            Estimate? share = null;
            (VerdictKind verdict, string why) = all ?? Setter(layer, keeper, setter, lost, out share);
            setter = setter == 0 && verdict == VerdictKind.Supported ? layer : setter;
            lost |= verdict == VerdictKind.Undetermined;
            claims[layer - 1] = Claim(verdict, share, evidence.Measures, evidence.MeasuresTunes, why);
        }

        return claims;
    }

    // The lowest layer of which a road blocked undoes the reset; of the keeper and what lies above it no road says anything.
    private (VerdictKind Verdict, string Why) Setter(int layer, int keeper, int setter, bool lost, out Estimate? share)
    {
        share = null;
        if (layer >= keeper && setter > 0)
        {
            return (VerdictKind.Contradicted, $"layer {setter} sets it");
        }

        if (layer > keeper)
        {
            return (VerdictKind.Undetermined, $"no layer up to layer {keeper}, which keeps the count, is known to set it");
        }

        if (layer == keeper && keeper > 1)
        {
            return (VerdictKind.Undetermined, "no layer below it is known to set it, and its own memory put back says nothing of that");
        }

        if (layer == keeper)
        {
            roads[layer - 1] = BarRoad.ItsOwn;
            return (VerdictKind.Supported, "it keeps the count, alone or with others, and no layer lies below it that could set it");
        }

        Estimate? remembered = evidence.PutBack[layer - 1];
        Estimate? told = evidence.HeldBack[layer - 1];
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
    }

    private LayerClaim HandsOn(int layer)
    {
        string reason = Reason(evidence.Steps, evidence.StepsTunes, evidence.Boundary, "the donors' boundary");
        Estimate? share = evidence.HandedOn[layer - 1];
        VerdictKind verdict =
            reason.Length > 0 || share is null ? VerdictKind.Undetermined
            : share.Low >= CausesThresholds.Carries ? VerdictKind.Supported
            : share.High < CausesThresholds.Carries ? VerdictKind.Contradicted
            : VerdictKind.Undetermined;
        return Claim(
            verdict,
            share,
            evidence.Steps,
            evidence.StepsTunes,
            verdict != VerdictKind.Undetermined ? string.Empty
                : reason.Length > 0 ? reason
                : "the interval holds the threshold"
        );
    }

    private LayerClaim Claim(VerdictKind verdict, Estimate? share, int pairs, int tunes, string reason) =>
        new(verdict, share?.Value, share?.Low, share?.High, evidence.Meter, pairs, tunes, reason);

    private IReadOnlyList<int> Without(int layer) => [.. All.Where(other => other != layer)];

    private static string Reason(int pairs, int tunes, Estimate? whole, string what) =>
        pairs < CausesThresholds.FewestPairs ? $"{pairs} pairs are too few"
        : tunes < CausesThresholds.FewestTunes ? $"{tunes} tunes are too few"
        : whole is null || whole.Low < CausesThresholds.LeastMoved ? $"{what} moves the bar by less than {CausesThresholds.LeastMoved} nats"
        : string.Empty;
}
