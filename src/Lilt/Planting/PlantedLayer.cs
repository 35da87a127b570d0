namespace Lilt.Planting;

/// <summary>What is known of one layer of a network made to order.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Roles">[H], what each unit is there for.</param>
/// <param name="Planted">The units that a rank by power at the measure period is meant to find: a third of the layer, ascending; empty
/// where nothing tells a third from the rest.</param>
/// <param name="Counts">Whether silencing the planted units at the steps that read no measure token takes the timing away, and more so than
/// any other third would.</param>
/// <param name="Relays">Whether silencing them at the steps that read one does.</param>
public sealed record PlantedLayer(int Layer, IReadOnlyList<PlantedRole> Roles, IReadOnlyList<int> Planted, bool Counts, bool Relays)
{
    /// <summary>The units of a role, ascending.</summary>
    public int[] Units(PlantedRole role) => [.. Enumerable.Range(0, Roles.Count).Where(unit => Roles[unit] == role)];
}
