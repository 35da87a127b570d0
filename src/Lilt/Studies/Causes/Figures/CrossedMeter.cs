namespace Lilt.Studies.Causes.Figures;

/// <summary>States from a tune in one meter put into tunes of another.</summary>
/// <param name="DonorMeter">The states' meter.</param>
/// <param name="DonorEighths">How far they are in their measures.</param>
/// <param name="TargetMeter">The tunes' meter.</param>
/// <param name="TargetEighths">How far these are.</param>
/// <param name="Layers">What was put in: <c>2</c>, <c>all</c>.</param>
/// <param name="Gone">Where the bar is due if what has gone is kept, in eighths; null beyond the own bar.</param>
/// <param name="ToGo">Where it is due if what is to go is kept.</param>
/// <param name="Share">Where it is due if the share of the measure is kept.</param>
/// <param name="Pairs">How many interchanges.</param>
/// <param name="AgreesGone">The share of them in which the bar is first likelier than not where what has gone says, or nowhere if that says
/// so; null where there is no pair.</param>
/// <param name="AgreesToGo">The same for what is to go.</param>
/// <param name="AgreesShare">The same for the share.</param>
/// <param name="Curve">B at the places after it.</param>
public sealed record CrossedMeter(
    string DonorMeter,
    double DonorEighths,
    string TargetMeter,
    double TargetEighths,
    string Layers,
    double? Gone,
    double? ToGo,
    double? Share,
    int Pairs,
    double? AgreesGone,
    double? AgreesToGo,
    double? AgreesShare,
    IReadOnlyList<PlaceMean> Curve
);
