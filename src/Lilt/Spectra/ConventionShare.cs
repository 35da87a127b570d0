namespace Lilt.Spectra;

/// <summary>What a threshold takes under one set of conventions.</summary>
/// <param name="Points">The points.</param>
/// <param name="DirectCurrent">Whether frequency 0 is in the sum.</param>
/// <param name="Detrending">What is taken off first.</param>
/// <param name="Count">Units over the threshold.</param>
/// <param name="Share">Their share of all units, from 0 to 1.</param>
public readonly record struct ConventionShare(
    SpectralPoints Points,
    DirectCurrent DirectCurrent,
    Detrending Detrending,
    int Count,
    double Share
)
{
    /// <summary>The conventions in the command line's words.</summary>
    public string Name =>
        FormattableString.Invariant(
            $"points {Points.ToString().ToLowerInvariant()}, dc {DirectCurrent.ToString().ToLowerInvariant()}, detrend {Detrending.ToString().ToLowerInvariant()}"
        );
}
