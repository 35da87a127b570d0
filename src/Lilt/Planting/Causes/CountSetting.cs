namespace Lilt.Planting.Causes;

/// <summary>A signal that sets a count, at once or in part.</summary>
/// <param name="On">The signal.</param>
/// <param name="To">What it sets the count to.</param>
/// <param name="Kept">The share of the old count that stays, under 1.</param>
/// <param name="Added">What is sure to be added in the same step, and counts in <paramref name="To"/> already.</param>
internal readonly record struct CountSetting(PlantedSignal On, double To, double Kept = 0, double Added = 0);
