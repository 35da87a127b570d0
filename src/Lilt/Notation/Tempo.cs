namespace Lilt.Notation;

/// <summary>A tempo: <c>Q:1/4=120</c>.</summary>
/// <param name="Beat">The length that is counted, in whole notes, the sum where several are given; null where only a number or words
/// stand.</param>
/// <param name="BeatsPerMinute">Beats a minute, over 0; null where only words stand.</param>
/// <param name="Text">What was written.</param>
public sealed record Tempo(Fraction? Beat, double? BeatsPerMinute, string Text);
