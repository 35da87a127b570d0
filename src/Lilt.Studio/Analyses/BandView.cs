namespace Lilt.Studio.Analyses;

/// <summary>The units that hold the most power in a band.</summary>
/// <param name="Low">The band's shortest period, steps.</param>
/// <param name="High">Its longest.</param>
/// <param name="Above">The threshold; null where units are chosen by rank.</param>
/// <param name="Top">The share of a layer's units; null where a threshold chooses.</param>
/// <param name="Layers">Every layer.</param>
/// <param name="Command">The command lines that find the same; null for a site that they do not analyse.</param>
public sealed record BandView(double Low, double High, double? Above, double? Top, IReadOnlyList<LayerBandView> Layers, string? Command);
