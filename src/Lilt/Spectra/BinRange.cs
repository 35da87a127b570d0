namespace Lilt.Spectra;

/// <summary>Neighbouring bins of a spectrum, both ends in it.</summary>
/// <param name="First">At least 0.</param>
/// <param name="Last">At least <paramref name="First"/>.</param>
public readonly record struct BinRange(int First, int Last)
{
    /// <summary>How many bins.</summary>
    public int Count => Last - First + 1;
}
