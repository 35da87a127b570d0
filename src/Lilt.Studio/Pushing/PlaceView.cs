namespace Lilt.Studio.Pushing;

/// <summary>A step of a tune at which a measure token could be written: what was written before it is complete.</summary>
/// <param name="Step">From 0.</param>
/// <param name="Measure">The measure that it stands in, from 1, as the tune's verdicts are numbered; null outside all.</param>
/// <param name="Distance">d, the duration of notes and rests since the last measure token, in eighths.</param>
/// <param name="CanBePushed">Whether it lies before the bar of a full measure between two bars.</param>
public sealed record PlaceView(int Step, int? Measure, double Distance, bool CanBePushed);
