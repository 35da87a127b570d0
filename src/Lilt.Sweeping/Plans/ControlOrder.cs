namespace Lilt.Sweeping.Plans;

/// <summary>How a sweep's controls are made.</summary>
/// <param name="Sets">Random sets a layer, at least 1.</param>
/// <param name="Tunes">Tunes that are fed to every network, at least 2.</param>
public sealed record ControlOrder(int Sets, int Tunes);
