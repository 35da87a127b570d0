namespace Lilt.Spectra;

/// <summary>What is taken off a sequence before the window.</summary>
public enum Detrending
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The sequence's mean.</summary>
    Mean,
}
