namespace Lilt.Spectra;

/// <summary>The analysis windows. All are symmetric: the first and last values are equal.</summary>
public enum WindowShape
{
    /// <summary>0.5 + 0.5 cos; ends at 0.</summary>
    Hann,

    /// <summary>1 everywhere.</summary>
    Rectangular,

    /// <summary>0.54 + 0.46 cos.</summary>
    Hamming,

    /// <summary>0.42 + 0.5 cos + 0.08 cos of twice the angle; ends at 0.</summary>
    Blackman,
}
