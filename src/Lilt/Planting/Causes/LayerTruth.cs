namespace Lilt.Planting.Causes;

/// <summary>What is true of one layer of a planted network, and which verdicts on it are not wrong.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Part">Which part of the count its memory holds.</param>
/// <param name="Keeps">Of the claim that its memory alone carries the count.</param>
/// <param name="Sets">Of the claim that the measure token is read there, or remembered there, for the count.</param>
/// <param name="HandsOn">Of the claim that its output moves the bar.</param>
public sealed record LayerTruth(int Layer, CountPart Part, PossibleVerdicts Keeps, PossibleVerdicts Sets, PossibleVerdicts HandsOn);
