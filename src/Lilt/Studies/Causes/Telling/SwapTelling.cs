using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Figures 3 and 4: what interchanges do.</summary>
internal static class SwapTelling
{
    private const int FewestPlaces = 5;

    /// <summary>Means of B by distance; distances with few places are left out.</summary>
    /// <param name="places">How far each is, whose it is, whose state it was given if any, B, and B with nothing done.</param>
    /// <param name="bootstrap">Intervals over the tunes; null for none.</param>
    public static IReadOnlyList<PlaceMean> Means(
        IEnumerable<(Fraction Distance, int Tune, int? Donor, double B, double? Without)> places,
        TuneBootstrap? bootstrap
    ) =>
        [
            .. places
                .GroupBy(of => of.Distance)
                .Where(of => of.Count() >= FewestPlaces)
                .OrderBy(of => of.Key)
                .Select(of =>
                {
                    Estimate? mean = bootstrap?.Mean([.. of.Select(one => (one.Tune, one.Donor, one.B))]);
                    return new PlaceMean(
                        FigureWords.Eighths(of.Key),
                        of.Average(one => one.B),
                        mean?.Low,
                        mean?.High,
                        of.First().Without is null ? null : of.Average(one => one.Without!.Value),
                        of.Count()
                    );
                }),
        ];

    /// <summary>Figure 3.</summary>
    public static SwapFigure Swap(IReadOnlyList<MeterQuestions> meters, int layers, string command) =>
        new()
        {
            Meters =
            [
                .. meters.Select(asked => new SwapMeter(
                    asked.Material.Meter,
                    asked.Material.Eighths,
                    asked.Material.Eighths - KeptWhere.MainDose,
                    Curves(asked, layers, KeptWhere.MainDose),
                    Curves(asked, layers, 0)
                )),
            ],
            Article = null,
            Here = string.Join(' ', meters.Select(asked => Here(asked, layers))),
            Caption =
                "B, nats, against the target's own d, after the layers named took the state of another tune two eighths further on. Uprights: the own boundary M and the moved one, M − 2. Means over the pairs that have an open place there, with intervals over tunes. Beneath: shams, donors as far as the targets.",
            Command = command,
            Files = [FigureWords.InterchangeFile, FigureWords.PairsFile],
        };

    /// <summary>Figure 4.</summary>
    public static MapFigure Map(IReadOnlyList<MeterQuestions> meters, int layers, string command)
    {
        InterchangeRow[] rows = [.. meters.SelectMany(asked => asked.Rows())];
        EarlyRow[] byPlace =
        [
            .. meters.SelectMany(asked =>
                asked.ByPlace.SelectMany(of =>
                    of.Kept.Results.Where(result => result.Pairs.Count >= FewestPlaces)
                        .Select(result =>
                        {
                            Estimate? f = of.Kept.F(result, asked.Bootstrap);
                            return new EarlyRow(
                                asked.Material.Meter,
                                result.Parts.Name(layers),
                                FigureWords.Eighths(of.At),
                                result.Pairs.Count,
                                f?.Value,
                                f?.Low,
                                f?.High
                            );
                        })
                )
            ),
        ];
        return new MapFigure
        {
            Rows = rows,
            ByPlace = byPlace,
            Article = null,
            Here = string.Join(' ', meters.Select(asked => MapHere(asked, layers, byPlace))),
            Caption =
                "F = [B(set) − B(nothing)] / [B(all) − B(nothing)], of means over pairs: for k over 0 at the moved boundary, for k under 0 at the lost own one. 0 is nothing, 1 as much as c and h of all layers. Intervals over tunes. Below: F at k = 2 by how far the measure had gone.",
            Command = command,
            Files = [FigureWords.InterchangeFile, "byplace.csv", FigureWords.PairsFile],
        };
    }

    private static IReadOnlyList<SwapCurve> Curves(MeterQuestions asked, int layers, int dose)
    {
        SwapResult[] results = [.. asked.Kept.Results.Where(of => of.Dose == dose && of.Parts.Part == StatePart.Both)];
        return
        [
            new SwapCurve(
                "none",
                Means(
                    Places(asked.Material, results[0])
                        .Select(of => (of.Distance, of.Pair.Target.Tune, (int?)null, of.Without, (double?)null)),
                    asked.Bootstrap
                )
            ),
            .. results.Select(of => new SwapCurve(
                of.Parts.Name(layers),
                Means(
                    Places(asked.Material, of)
                        .Select(place =>
                            (place.Distance, place.Pair.Target.Tune, (int?)place.Pair.Donor.Tune, place.After, (double?)place.Without)
                        ),
                    asked.Bootstrap
                )
            )),
        ];
    }

    private static IEnumerable<(SwapPair Pair, Fraction Distance, double After, double Without)> Places(
        MeterMaterial material,
        SwapResult of
    )
    {
        for (int n = 0; n < of.Pairs.Count; n++)
        {
            ReadTune tune = material.Tunes[of.Pairs[n].Target.Tune];
            _ = tune.Places.TryFind(of.Pairs[n].Target.Step, out OpenPlace target);
            foreach (OpenPlace place in tune.Places.Of(target.Measure))
            {
                if (place.Step > target.Step && of.After(n, place.Step) is { } after)
                {
                    yield return (of.Pairs[n], place.Distance, after, tune.LogProbability(place.Step));
                }
            }
        }
    }

    private static string Here(MeterQuestions asked, int layers)
    {
        SwapResult all = asked.Kept.All(KeptWhere.MainDose);
        if (all.Pairs.Count == 0)
        {
            return $"In {asked.Material.Meter} no two places could be interchanged.";
        }

        IEnumerable<string> of = Enumerable
            .Range(1, layers)
            .Select(layer => $"{FigureWords.Nats(asked.Kept.Of([layer], KeptWhere.MainDose).Moved.Average())} (layer {layer})");
        SwapResult sham = asked.Kept.All(0);
        return $"In {asked.Material.Meter}, where the bar is due two eighths earlier, B is {FigureWords.Nats(all.MovedWithout.Average())} with nothing done, {NumberText.List(of)} and {FigureWords.Nats(all.Moved.Average())} with all layers interchanged ({NumberText.Number(all.Pairs.Count)} pairs)"
            + (
                sham.Pairs.Count == 0
                    ? "."
                    : $"; shams of all layers leave it at {FigureWords.Nats(sham.Moved.Average())} (untouched {FigureWords.Nats(sham.MovedWithout.Average())})."
            );
    }

    private static string MapHere(MeterQuestions asked, int layers, IReadOnlyList<EarlyRow> byPlace)
    {
        IEnumerable<string> of = Enumerable
            .Range(1, layers)
            .Select(layer =>
            {
                Estimate? f = asked.Kept.F(asked.Kept.Of([layer], KeptWhere.MainDose), asked.Bootstrap);
                return f is null
                    ? $"layer {layer} can't be judged"
                    : $"layer {layer} carries {FigureWords.Share(f.Value)} [{FigureWords.Share(f.Low)}, {FigureWords.Share(f.High)}]";
            });
        EarlyRow[] lowest =
        [
            .. byPlace
                .Where(row => row.Meter == asked.Material.Meter && row.Layers == "1" && row.F is not null)
                .OrderBy(row => row.Eighths),
        ];
        string early =
            layers > 1 && lowest.Length > 1
                ? $" Layer 1 alone carries {FigureWords.Share(lowest[0].F)} when the interchange is made {NumberText.Count((int)lowest[0].Eighths, "eighth")} after the bar, {FigureWords.Share(lowest[^1].F)} at {NumberText.Number(lowest[^1].Eighths)}."
                : string.Empty;
        return $"In {asked.Material.Meter} at k = 2, {NumberText.List(of)}.{early}";
    }
}
