namespace Lilt.Spectra;

/// <summary>Whether the lobe at frequency 0, the sequence's mean, counts in a sum of power.</summary>
public enum DirectCurrent
{
    /// <summary>The sum runs from frequency 0.</summary>
    Include,

    /// <summary>The sum runs from the window's first null.</summary>
    Exclude,
}
