using Lilt.Planting.Causes;
using Lilt.Randomness;

namespace Lilt.Sweeping.Plans;

/// <summary>A network of known answer, by what <c>lilt plant</c> makes it of.</summary>
/// <param name="Kind">What is planted.</param>
/// <param name="Keeper">The layer that keeps the count, from 1; 0 where none does.</param>
/// <param name="Units">Units a layer.</param>
/// <param name="Seed">Of the build.</param>
/// <param name="Direction">What the keeper's state says.</param>
public sealed record PlantedModel(CausalKind Kind, int Keeper, int Units, Seed Seed, CountDirection Direction)
{
    /// <summary>Its name in tables, as <c>durations-2-64-1</c>.</summary>
    public string Name =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{SweepPlanText.Word(Kind)}-{Keeper}-{Units}-{Seed}{(Direction == CountDirection.ToGo ? "" : "-gone")}"
        );

    /// <summary>Makes it.</summary>
    public CausalNetwork Make() => CausalNetwork.Make(Kind, Keeper, Units, Seed, Direction);
}
