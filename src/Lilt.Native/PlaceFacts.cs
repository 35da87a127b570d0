using Lilt.Alignment;

namespace Lilt.Native;

/// <summary>Where what a step writes stands in the music.</summary>
internal sealed record PlaceFacts(int Step, int Measure, long Numerator, long Denominator, bool IsBar)
{
    /// <summary>Those of a place.</summary>
    public static PlaceFacts Of(StepPlace place) =>
        new(place.Step, place.Measure, place.Onset.Numerator, place.Onset.Denominator, place.IsBar);
}
