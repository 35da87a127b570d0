namespace Lilt.Sweeps;

/// <summary>How far a sweep is.</summary>
/// <param name="Done">Tunes that are whole, each plan's counted for itself.</param>
/// <param name="All">Tunes times plans.</param>
/// <param name="Steps">Steps that were made.</param>
public readonly record struct SweepProgress(int Done, int All, long Steps);
