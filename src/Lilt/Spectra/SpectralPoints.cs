namespace Lilt.Spectra;

/// <summary>On how many points a spectrum is computed.</summary>
public enum SpectralPoints
{
    /// <summary>The next power of two that is at least eight times the sequence's length.</summary>
    Padded,

    /// <summary>As many as the sequence has steps.</summary>
    Native,
}
