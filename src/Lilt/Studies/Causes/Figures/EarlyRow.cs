namespace Lilt.Studies.Causes.Figures;

/// <summary>What a set of layers carries when the interchange is made so far in the measure.</summary>
/// <param name="Meter">As tokens name it.</param>
/// <param name="Layers"><c>2</c>, <c>1+2</c>.</param>
/// <param name="Eighths">Where the targets are, in eighths.</param>
/// <param name="Pairs">How many interchanges.</param>
/// <param name="F">The share; null where all layers move nothing.</param>
/// <param name="Low">The low end of its interval over tunes.</param>
/// <param name="High">The high end.</param>
public sealed record EarlyRow(string Meter, string Layers, double Eighths, int Pairs, double? F, double? Low, double? High);
