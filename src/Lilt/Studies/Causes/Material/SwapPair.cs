namespace Lilt.Studies.Causes.Material;

/// <summary>Two places between which states are interchanged.</summary>
/// <param name="Target">Whose tokens are read on.</param>
/// <param name="Donor">Whose state is taken over.</param>
/// <param name="Moved">The target's step at which the bar is due by the donor's count; the own bar's where it is not due before that.</param>
/// <param name="Own">The target's step that writes its own bar.</param>
internal readonly record struct SwapPair(PlaceOfTune Target, PlaceOfTune Donor, int Moved, int Own)
{
    /// <summary>How many tunes some pairs have targets in.</summary>
    public static int Tunes(IEnumerable<SwapPair> pairs) => pairs.Select(pair => pair.Target.Tune).Distinct().Count();
}
