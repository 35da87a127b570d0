namespace Lilt.Notation.Elements;

/// <summary>A new meter in the music.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Meter">The meter from here on.</param>
public sealed record MeterChange(SourcePosition Position, Meter Meter) : TuneElement(Position);
