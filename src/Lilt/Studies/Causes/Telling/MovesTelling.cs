using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Figure 6: what each layer's output moves.</summary>
internal static class MovesTelling
{
    /// <summary>The figure.</summary>
    public static MovesFigure Of(IReadOnlyList<MeterQuestions> meters, int layers, string command)
    {
        MoveMeter[] made =
        [
            .. meters
                .Where(asked => Enum.GetValues<UpKind>().All(kind => asked.Moves.Pairs(kind).Count > 0))
                .Select(asked => Meter(asked, layers)),
        ];
        return new MovesFigure
        {
            Meters = made,
            Article = "A unit of layer 3 spikes in every step that writes a measure token; whether it causes that is left open.",
            Here = string.Join(' ', made.Select(Here)),
            Caption =
                "B, nats, in one step in which a layer hands up what it did at a donor's boundary, its own memory untouched, and the same the other way; shares with intervals over tunes. For the last layer this is the donor's posterior by construction, and above the layer that keeps the count every layer has to pass it on. Beside it: Jensen–Shannon divergence, bits, of the posterior without measure tokens, and the sham's.",
            Command = command,
            Files = ["moves.csv"],
        };
    }

    private static string Here(MoveMeter of)
    {
        IEnumerable<string> layers = of.Layers.Select(layer => $"{FigureWords.Nats(layer.B)} (layer {layer.Layer})");
        return $"In the middle of a measure of {of.Meter} B is {FigureWords.Nats(of.Without)}; when a layer hands up what it did at a boundary, {NumberText.List(layers)}.";
    }

    private static MoveMeter Meter(MeterQuestions asked, int layers) =>
        new(
            asked.Material.Meter,
            asked.Moves.Pairs(UpKind.BoundaryToMiddle).Count,
            SwapPair.Tunes(asked.Moves.Pairs(UpKind.BoundaryToMiddle)),
            asked.Moves.Without(UpKind.BoundaryToMiddle).Average(),
            asked.Moves.Donors(UpKind.BoundaryToMiddle).Average(),
            asked.Moves.Without(UpKind.MiddleToBoundary).Average(),
            [
                .. Enumerable
                    .Range(1, layers)
                    .Select(layer =>
                    {
                        Estimate? share = asked.HandedOn(UpKind.BoundaryToMiddle, layer);
                        Estimate? back = asked.HandedOn(UpKind.MiddleToBoundary, layer);
                        return new MoveLayer(
                            layer,
                            asked.Moves.Moved(UpKind.BoundaryToMiddle, layer).Average(),
                            share?.Value,
                            share?.Low,
                            share?.High,
                            asked.Moves.Moved(UpKind.MiddleToBoundary, layer).Average(),
                            back?.Value,
                            back?.Low,
                            back?.High,
                            Mean(asked.Moves.OthersMoved(UpKind.BoundaryToMiddle, layer)),
                            Mean(asked.Moves.OthersMoved(UpKind.Sham, layer))
                        );
                    }),
            ]
        );

    // A posterior that is all bars has no other tokens to compare.
    private static double Mean(double[] divergences) => divergences.Where(double.IsFinite).DefaultIfEmpty(0).Average();
}
