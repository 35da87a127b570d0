namespace Lilt.Studies.Control;

/// <summary>What one network made of the uncut network's tunes.</summary>
/// <param name="When">At which steps its units were cut; null for the uncut network.</param>
/// <param name="Layer">The layer cut, from 1; 0 for the uncut network.</param>
/// <param name="Set">The random set, from 0; −1 for the target.</param>
/// <param name="Tunes">One a tune.</param>
internal sealed record TimingRow(CutSteps? When, int Layer, int Set, IReadOnlyList<OpenLoopTune> Tunes);
