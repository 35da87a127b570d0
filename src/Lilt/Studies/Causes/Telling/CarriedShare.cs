using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>What a set of layers carries of the count, interchanged at the main dose.</summary>
/// <param name="Layers">From 1, ascending.</param>
/// <param name="Share">F; null where nothing was interchanged, or all layers together move nothing.</param>
/// <param name="Early">The share of interchanges after which the bar comes before the donor's count says; null where none can tell.</param>
internal sealed record CarriedShare(IReadOnlyList<int> Layers, Estimate? Share, Estimate? Early)
{
    /// <summary>Whether the bar comes too early for certain.</summary>
    public bool IsTooEarly => Early is { } early && early.Low >= CausesThresholds.TooEarly;

    /// <summary>Whether it may come too early.</summary>
    public bool MayBeTooEarly => Early is { } early && early.High >= CausesThresholds.TooEarly;

    /// <summary>Whether it carries the count nearly whole and moves the bar no further.</summary>
    public bool Carries => Share is { } share && share.Low >= CausesThresholds.CarriesWithout && !MayBeTooEarly;

    /// <summary>Whether it carries too little of the count, or moves the bar further than the donor's count says.</summary>
    public bool CarriesNot => (Share is { } share && share.High < CausesThresholds.CarriesWithout) || IsTooEarly;
}
