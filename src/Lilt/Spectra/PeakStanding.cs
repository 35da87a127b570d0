namespace Lilt.Spectra;

/// <summary>What stronger peaks leave of a peak.</summary>
public enum PeakStanding
{
    /// <summary>m − SEM is over what stronger peaks leak there.</summary>
    Stands,

    /// <summary>It does not stand, and a stronger peak is nearer than two −6 dB half widths.</summary>
    Unresolved,

    /// <summary>It does not stand, and no stronger peak is so near.</summary>
    CouldBeLeakage,
}
