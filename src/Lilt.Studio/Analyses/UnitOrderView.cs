namespace Lilt.Studio.Analyses;

/// <summary>An order of a layer's units.</summary>
/// <param name="By">What it goes by.</param>
/// <param name="Units">[H] The units in that order.</param>
/// <param name="Key">[H] What each unit of <paramref name="Units"/> was ordered by: its period in steps, its fraction, its correlation;
/// null where it has none.</param>
public sealed record UnitOrderView(UnitOrderKind By, IReadOnlyList<int> Units, IReadOnlyList<double?> Key);
