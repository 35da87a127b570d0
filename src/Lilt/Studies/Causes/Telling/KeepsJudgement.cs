using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Which layers keep the count in the tunes of one meter: each alone, or several together.</summary>
internal sealed class KeepsJudgement
{
    private readonly MeterMaterial material;
    private readonly KeptWhere kept;
    private readonly TuneBootstrap bootstrap;
    private readonly int layers;
    private readonly IReadOnlyList<int>[] together;
    private readonly LayerClaim[] claims;

    /// <param name="material">The tunes.</param>
    /// <param name="kept">The interchanges between them, made: the main dose and its shams at least.</param>
    /// <param name="bootstrap">Intervals over the tunes.</param>
    /// <param name="layers">S.</param>
    public KeepsJudgement(MeterMaterial material, KeptWhere kept, TuneBootstrap bootstrap, int layers)
    {
        this.material = material;
        this.kept = kept;
        this.bootstrap = bootstrap;
        this.layers = layers;
        together = [.. Enumerable.Range(0, layers).Select(_ => (IReadOnlyList<int>)[])];
        claims = Claims();
    }

    /// <summary>Whether a layer keeps the count.</summary>
    public LayerClaim Of(int layer) => claims[layer - 1];

    /// <summary>The layers that keep the count together with one; empty where it keeps it alone or not at all.</summary>
    public IReadOnlyList<int> TogetherOf(int layer) => together[layer - 1];

    /// <summary>The lowest layer that keeps the count, alone or together with others; 0 for none.</summary>
    public int Keeper =>
        1 + Array.FindIndex(claims, claim => claim.Verdict == VerdictKind.Supported) is var alone and > 0
            ? alone
            : 1 + Array.FindIndex(together, others => others.Count > 0);

    /// <summary>F of some layers at the main dose; null where all layers move nothing.</summary>
    public Estimate? Share(IReadOnlyList<int> of) => kept.F(kept.Of(of, KeptWhere.MainDose), bootstrap);

    /// <summary>F of all layers but one.</summary>
    public Estimate? ShareWithout(int layer) => Share([.. Enumerable.Range(1, layers).Where(other => other != layer)]);

    /// <summary>Why nothing can be said of so many pairs, or of a whole that moves the bar so little; empty where something can.</summary>
    public static string Reason(IReadOnlyList<SwapPair> pairs, Estimate? whole, string what) =>
        pairs.Count < CausesThresholds.FewestPairs ? $"{NumberText.Count(pairs.Count, "pair")} are too few"
        : TunesOf(pairs) < CausesThresholds.FewestTunes ? $"{NumberText.Count(TunesOf(pairs), "tune")} are too few"
        : whole is null || whole.Low < CausesThresholds.LeastMoved ? $"{what} moves the bar by less than {CausesThresholds.LeastMoved} nats"
        : string.Empty;

    /// <summary>In how many tunes targets are.</summary>
    public static int TunesOf(IReadOnlyList<SwapPair> pairs) => pairs.Select(pair => pair.Target.Tune).Distinct().Count();

    private LayerClaim[] Claims()
    {
        SwapResult all = kept.All(KeptWhere.MainDose);
        Estimate? whole = bootstrap.Mean(all.Pairs, kept.Whole(KeptWhere.MainDose));
        Estimate? sham = bootstrap.Mean(kept.All(0).Pairs, KeptWhere.Changes(kept.All(0)));
        string reason = Reason(all.Pairs, whole, "interchanging all layers");
        if (reason.Length == 0 && sham is not null && Math.Abs(sham.Value) > CausesThresholds.LargestSham * whole!.Value)
        {
            reason = $"shams move the bar by {FigureWords.Nats(sham.Value)} nats, the dose by {FigureWords.Nats(whole.Value)}";
        }

        Estimate?[] shares = [.. Enumerable.Range(1, layers).Select(layer => Share([layer]))];
        VerdictKind[] verdicts =
        [
            .. shares.Select(
                (share, n) =>
                    reason.Length > 0 || share is null || IsTooEarly(n + 1) ? VerdictKind.Undetermined
                    : share.Low >= CausesThresholds.Carries ? VerdictKind.Supported
                    : share.High < CausesThresholds.Carries
                    && share.High > CausesThresholds.WorksAgainst
                    && ShareWithout(n + 1) is { } without
                    && without.Low >= CausesThresholds.CarriesWithout
                        ? VerdictKind.Contradicted
                    : VerdictKind.Undetermined
            ),
        ];
        if (reason.Length == 0 && !verdicts.Contains(VerdictKind.Supported))
        {
            Join(verdicts, shares);
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
                        material.Meter,
                        all.Pairs.Count,
                        TunesOf(all.Pairs),
                        verdicts[n] != VerdictKind.Undetermined ? string.Empty
                            : reason.Length > 0 ? reason
                            : IsTooEarly(n + 1) ? "interchanged alone it moves the bar further than the donor's count says"
                            : "the interval holds the threshold, or the other layers do not carry the count without it either"
                    )
            ),
        ];
    }

    // The smallest set of layers that carries the count where none alone does.
    private void Join(VerdictKind[] verdicts, Estimate?[] shares)
    {
        foreach (
            SwapResult of in kept.Results.Where(of =>
                of.Dose == KeptWhere.MainDose && of.Parts.Part == StatePart.Both && of.Parts.Layers.Count is > 1
            )
        )
        {
            bool noneAlone = of.Parts.Layers.All(layer => shares[layer - 1] is { } alone && alone.High < CausesThresholds.CarriesWithout);
            bool eachNeeded = of.Parts.Layers.All(layer =>
                ShareWithout(layer) is { } without && without.High < CausesThresholds.CarriesWithout
            );
            if (
                noneAlone
                && eachNeeded
                && of.Parts.Layers.Count < layers
                && Share(of.Parts.Layers) is { } share
                && share.Low >= CausesThresholds.CarriesWithout
            )
            {
                foreach (int layer in of.Parts.Layers)
                {
                    verdicts[layer - 1] = VerdictKind.Contradicted;
                    together[layer - 1] = [.. of.Parts.Layers.Where(other => other != layer)];
                }

                return;
            }
        }
    }

    // The share of the interchanges of one layer after which a bar is likelier than not before it is due by the donor's count; of those
    // whose target has an open place there.
    private bool IsTooEarly(int layer)
    {
        SwapResult of = kept.Of([layer], KeptWhere.MainDose);
        List<SwapPair> told = [];
        List<double> early = [];
        for (int n = 0; n < of.Pairs.Count; n++)
        {
            ReadTune tune = material.Tunes[of.Pairs[n].Target.Tune];
            double[] between =
            [
                .. tune
                    .Places.All.Where(place => place.Step > of.Pairs[n].Target.Step && place.Step < of.Pairs[n].Moved)
                    .Select(place => of.After(n, place.Step)!.Value),
            ];
            if (between.Length > 0)
            {
                told.Add(of.Pairs[n]);
                early.Add(between.Any(b => b > Math.Log(0.5)) ? 1 : 0);
            }
        }

        return bootstrap.Mean(told, early) is { } share && share.High >= CausesThresholds.TooEarly;
    }
}
