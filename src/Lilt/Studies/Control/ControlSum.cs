namespace Lilt.Studies.Control;

/// <summary>What one network with a set of units cut made of one of the uncut network's tunes, as sums.</summary>
/// <param name="When">At which steps the units were cut.</param>
/// <param name="Layer">The layer cut, from 1.</param>
/// <param name="Set">The random set, from 0; −1 for the target.</param>
/// <param name="Tune">From 0.</param>
/// <param name="Contrast">Σ over measure boundaries of log P(any measure token) there minus the same one note earlier, nats.</param>
/// <param name="OtherLoss">
/// Σ over the steps that write another token of −log of its probability given that no measure token comes, nats.
/// </param>
/// <param name="Floored">Probabilities that were too small for a float32 and were taken as 2⁻¹²⁶.</param>
public readonly record struct ControlSum(CutSteps When, int Layer, int Set, int Tune, double Contrast, double OtherLoss, int Floored);
