namespace Lilt.Studies.Control;

/// <summary>Some sets of a control, read: what <see cref="ControlParts"/> joins.</summary>
/// <param name="Uncut">The uncut network, [tunes]; of every part of a control the same.</param>
/// <param name="Sums">The sets, layer by layer, in each by the steps at which they were cut, sets and tunes ascending.</param>
public sealed record ControlPart(IReadOnlyList<UncutTune> Uncut, IReadOnlyList<ControlSum> Sums);
