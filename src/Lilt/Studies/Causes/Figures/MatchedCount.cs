namespace Lilt.Studies.Causes.Figures;

/// <summary>How much of the own bar is lost when all layers take the state of a place that differs in one thing alone.</summary>
/// <param name="Meter">As tokens name it.</param>
/// <param name="Differs">In what: <c>duration</c>, two eighths less and as many tokens; <c>tokens</c>, at least two fewer and as much
/// duration.</param>
/// <param name="Pairs">How many interchanges.</param>
/// <param name="Tunes">Targets in how many tunes.</param>
/// <param name="Lost">The mean fall of B at the own bar, nats; null where there is no pair.</param>
/// <param name="Low">The low end of its interval over tunes.</param>
/// <param name="High">The high end.</param>
public sealed record MatchedCount(string Meter, string Differs, int Pairs, int Tunes, double? Lost, double? Low, double? High);
