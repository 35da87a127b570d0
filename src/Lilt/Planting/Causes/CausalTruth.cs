using System.Globalization;

namespace Lilt.Planting.Causes;

/// <summary>What is true of a planted network.</summary>
/// <param name="Kind">What was planted.</param>
/// <param name="Keeper">The layer that keeps the count, from 1, the first of two; 0 where nothing is kept.</param>
/// <param name="Counted">What is counted.</param>
/// <param name="Direction">What the keeper's state says; null where nothing is kept.</param>
/// <param name="Layers">Each layer's truth, layer 1 first.</param>
public sealed record CausalTruth(CausalKind Kind, int Keeper, Counted Counted, CountDirection? Direction, IReadOnlyList<LayerTruth> Layers)
{
    /// <summary>The truth as texts by name, for a file's metadata.</summary>
    internal Dictionary<string, string> Facts()
    {
        Dictionary<string, string> facts = new(StringComparer.Ordinal)
        {
            ["planted.kind"] = Word(Kind),
            ["planted.keeper"] = Keeper.ToString(CultureInfo.InvariantCulture),
            ["planted.counted"] = Word(Counted),
            ["planted.direction"] = Direction is { } direction ? Word(direction) : "none",
        };
        foreach (LayerTruth layer in Layers)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"planted.layer.{layer.Layer}.");
            facts[name + "part"] = Word(layer.Part);
            facts[name + "keeps"] = Word(layer.Keeps);
            facts[name + "sets"] = Word(layer.Sets);
            facts[name + "handsOn"] = Word(layer.HandsOn);
        }

        return facts;
    }

    internal static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
