namespace Lilt.Studies.Control;

/// <summary>The article's claim held against this network: layer 1 reacts and does not count, and counting is spread out.</summary>
/// <param name="Verdict">Confirmed, contradicted or left open.</param>
/// <param name="Sentence">The same with its numbers.</param>
public sealed record ControlClaim(ControlVerdict Verdict, string Sentence);
