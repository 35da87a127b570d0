namespace Lilt.Studies.Causes.Figures;

/// <summary>By what units are ranked.</summary>
public enum UnitRanking
{
    /// <summary>How much of the variance of their c and h goes with the place in the measure.</summary>
    PlaceInMeasure,

    /// <summary>The article's: the share of their power in the band of the measures.</summary>
    BandPower,

    /// <summary>At random.</summary>
    Random,
}
