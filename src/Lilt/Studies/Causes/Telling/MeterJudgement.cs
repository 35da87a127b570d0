using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>What one meter's interchanges say of every layer.</summary>
internal sealed class MeterJudgement
{
    private readonly MeterQuestions asked;
    private readonly int layers;
    private readonly LayerClaim[] keeps;
    private readonly LayerClaim[] sets;
    private readonly LayerClaim[] handsOn;
    private readonly BarRoad?[] roads;
    private readonly IReadOnlyList<int>[] together;

    /// <param name="asked">The meter's questions, answered.</param>
    /// <param name="layers">S.</param>
    public MeterJudgement(MeterQuestions asked, int layers)
    {
        this.asked = asked;
        this.layers = layers;
        together = [.. Enumerable.Range(0, layers).Select(_ => (IReadOnlyList<int>)[])];
        keeps = Keeps();
        roads = new BarRoad?[layers];
        sets = Sets();
        handsOn = [.. Enumerable.Range(1, layers).Select(HandsOn)];
    }

    /// <summary>Whether the layer keeps the count.</summary>
    public LayerClaim KeepsOf(int layer) => keeps[layer - 1];

    /// <summary>Whether it sets it.</summary>
    public LayerClaim SetsOf(int layer) => sets[layer - 1];

    /// <summary>Whether it hands it on.</summary>
    public LayerClaim HandsOnOf(int layer) => handsOn[layer - 1];

    /// <summary>How the layer passes the bar on; null where it doesn't set the count.</summary>
    public BarRoad? RoadOf(int layer) => roads[layer - 1];

    /// <summary>The layers that keep the count together with one; empty where it keeps it alone or not at all.</summary>
    public IReadOnlyList<int> TogetherOf(int layer) => together[layer - 1];

    private LayerClaim[] Keeps()
    {
        SwapResult all = asked.Kept.All(KeptWhere.MainDose);
        int tunes = TunesOf(all.Pairs);
        string reason = Reason(all.Pairs.Count, tunes, asked.Whole, "interchanging all layers");
        if (reason.Length == 0 && asked.Sham is { } sham && Math.Abs(sham.Value) > CausesThresholds.LargestSham * asked.Whole!.Value)
        {
            reason = $"shams move the bar by {FigureWords.Nats(sham.Value)} nats, the dose by {FigureWords.Nats(asked.Whole.Value)}";
        }

        Estimate?[] shares = [.. Enumerable.Range(1, layers).Select(layer => Share([layer]))];
        bool[] early = [.. Enumerable.Range(1, layers).Select(layer => MayBeTooEarly([layer]))];
        VerdictKind[] verdicts =
        [
            .. shares.Select(
                (share, n) =>
                    reason.Length > 0 || share is null || early[n] ? VerdictKind.Undetermined
                    : share.Low >= CausesThresholds.Carries ? VerdictKind.Supported
                    : share.High < CausesThresholds.Carries
                    && share.High > CausesThresholds.WorksAgainst
                    && Share(Without(n + 1)) is { } without
                    && without.Low >= CausesThresholds.CarriesWithout
                        ? VerdictKind.Contradicted
                    : VerdictKind.Undetermined
            ),
        ];
        if (reason.Length == 0 && !verdicts.Contains(VerdictKind.Supported))
        {
            Join(verdicts);
        }

        return
        [
            .. shares.Select(
                (share, n) =>
                    new LayerClaim(
                        verdicts[n],
                        share?.Value,
                        share?.Low,
                        share?.High,
                        asked.Material.Meter,
                        all.Pairs.Count,
                        tunes,
                        reason.Length > 0 ? reason
                            : early[n] ? "interchanged alone it moves the bar further than the donor's count says"
                            : verdicts[n] != VerdictKind.Undetermined ? string.Empty
                            : "the interval holds the threshold, or the other layers do not carry the count without it either"
                    )
            ),
        ];
    }

    // The smallest set of layers that carries the count where none alone does.
    private void Join(VerdictKind[] verdicts)
    {
        IReadOnlyList<int>? keepers = asked
            .Kept.Results.Where(of => of.Dose == KeptWhere.MainDose && of.Parts.Part == Interchange.StatePart.Both)
            .Select(of => of.Parts.Layers)
            .FirstOrDefault(of =>
                of.Count > 1
                && of.Count < layers
                && Share(of) is { } share
                && share.Low >= CausesThresholds.CarriesWithout
                && !MayBeTooEarly(of)
                && of.All(layer => CarriesNot([layer]) && CarriesNot(Without(layer)))
            );
        foreach (int layer in keepers ?? [])
        {
            verdicts[layer - 1] = VerdictKind.Contradicted;
            together[layer - 1] = [.. keepers!.Where(other => other != layer)];
        }
    }

    // By little of it, or by more than the donor's count says.
    private bool CarriesNot(IReadOnlyList<int> of) => Share(of) is { } share && share.High < CausesThresholds.CarriesWithout || IsTooEarly(of);

    private bool IsTooEarly(IReadOnlyList<int> of) => asked.TooEarly(of) is { } early && early.Low >= CausesThresholds.TooEarly;

    private bool MayBeTooEarly(IReadOnlyList<int> of) => asked.TooEarly(of) is { } early && early.High >= CausesThresholds.TooEarly;

    private IReadOnlyList<int> Without(int layer) => [.. Enumerable.Range(1, layers).Where(other => other != layer)];

    // The lowest layer that keeps the count, alone or together with others; 0 for none.
    private int Keeper() =>
        1 + Array.FindIndex(keeps, claim => claim.Verdict == VerdictKind.Supported) is var alone and > 0
            ? alone
            : 1 + Array.FindIndex(together, others => others.Count > 0);

    private LayerClaim[] Sets()
    {
        int count = asked.Sets.Count;
        int tunes = asked.Sets.Tunes.Distinct().Count();
        string reason =
            count < CausesThresholds.FewestPairs ? $"{count} measures are too few"
            : tunes < CausesThresholds.FewestTunes ? $"{tunes} tunes are too few"
            : Keeper() == 0 ? "no layer is known to keep the count"
            : string.Empty;
        int keeper = Keeper();
        bool isReset = asked.Reset is { } fall && fall.Low >= CausesThresholds.LeastMoved;
        bool isNot = asked.Reset is { } small && small.High < CausesThresholds.LeastMoved;
        LayerClaim[] claims = new LayerClaim[layers];
        bool found = false;
        bool lost = false;
        for (int layer = 1; layer <= layers; layer++)
        {
            (VerdictKind verdict, BarRoad? road, Estimate? share) =
                reason.Length > 0 ? (VerdictKind.Undetermined, null, null)
                : isNot ? (VerdictKind.Contradicted, null, null)
                : !isReset ? (VerdictKind.Undetermined, null, null)
                : Setter(layer, keeper, found, lost);
            found |= verdict == VerdictKind.Supported;
            lost |= verdict == VerdictKind.Undetermined;
            roads[layer - 1] = road;
            claims[layer - 1] = new LayerClaim(
                verdict,
                share?.Value,
                share?.Low,
                share?.High,
                asked.Material.Meter,
                count,
                tunes,
                verdict != VerdictKind.Undetermined ? string.Empty
                    : reason.Length > 0 ? reason
                    : !isReset ? "it can't be told whether a measure token that is put in sets the count back"
                    : "neither road is known to be the bar's, or it can't be told of a lower layer"
            );
        }

        return claims;
    }

    private (VerdictKind Verdict, BarRoad? Road, Estimate? Share) Setter(int layer, int keeper, bool found, bool lost)
    {
        if (layer > keeper || (layer == keeper && (found || keeper == 1)))
        {
            return layer == keeper && !found
                ? (VerdictKind.Supported, BarRoad.ItsOwn, null)
                : (found ? VerdictKind.Contradicted : VerdictKind.Undetermined, null, null);
        }

        if (layer == keeper)
        {
            return (VerdictKind.Undetermined, null, null);
        }

        Estimate? remembered = asked.Undone(layer, heldBack: false);
        Estimate? told = asked.Undone(layer, heldBack: true);
        Estimate? larger = remembered is null || (told is not null && told.Value > remembered.Value) ? told : remembered;
        if (found)
        {
            return (VerdictKind.Contradicted, null, larger);
        }

        if (lost || larger is null)
        {
            return (VerdictKind.Undetermined, null, larger);
        }

        if (larger.Low >= CausesThresholds.Carries)
        {
            return (VerdictKind.Supported, ReferenceEquals(larger, told) ? BarRoad.ToldAtOnce : BarRoad.Remembered, larger);
        }

        bool isNeither =
            (remembered is null || remembered.High < CausesThresholds.Carries) && (told is null || told.High < CausesThresholds.Carries);
        return (isNeither ? VerdictKind.Contradicted : VerdictKind.Undetermined, null, larger);
    }

    private LayerClaim HandsOn(int layer)
    {
        IReadOnlyList<SwapPair> pairs = asked.Moves.Pairs(UpKind.BoundaryToMiddle);
        int tunes = TunesOf(pairs);
        Estimate? whole = asked.Bootstrap.Mean(
            pairs,
            [.. asked.Moves.Donors(UpKind.BoundaryToMiddle).Zip(asked.Moves.Without(UpKind.BoundaryToMiddle), (one, other) => one - other)]
        );
        string reason = Reason(pairs.Count, tunes, whole, "the donors' boundary");
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
            tunes,
            verdict != VerdictKind.Undetermined ? string.Empty
                : reason.Length > 0 ? reason
                : "the interval holds the threshold"
        );
    }

    private Estimate? Share(IReadOnlyList<int> of) => asked.Kept.F(asked.Kept.Of(of, KeptWhere.MainDose), asked.Bootstrap);

    private static int TunesOf(IReadOnlyList<SwapPair> pairs) => pairs.Select(pair => pair.Target.Tune).Distinct().Count();

    private static string Reason(int pairs, int tunes, Estimate? whole, string what) =>
        pairs < CausesThresholds.FewestPairs ? $"{pairs} pairs are too few"
        : tunes < CausesThresholds.FewestTunes ? $"{tunes} tunes are too few"
        : whole is null || whole.Low < CausesThresholds.LeastMoved ? $"{what} moves the bar by less than {CausesThresholds.LeastMoved} nats"
        : string.Empty;
}
