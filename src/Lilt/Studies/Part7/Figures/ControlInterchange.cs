namespace Lilt.Studies.Part7.Figures;

/// <summary>The layers that were cut, interchanged instead: whose memory carries the count from bar to bar.</summary>
/// <param name="Meter">As tokens name it; null where nothing could be interchanged.</param>
/// <param name="Pairs">Between how many pairs of places, two eighths apart in their measures.</param>
/// <param name="Tunes">In how many tunes the targets are.</param>
/// <param name="Layers">The layers; empty where nothing could be interchanged.</param>
/// <param name="Here">What it says, or why there is nothing to say, in a sentence.</param>
/// <param name="Page">Where it stands how this is done, and what it can and cannot tell.</param>
/// <remarks>Source: docs/causes.md.</remarks>
public sealed record ControlInterchange(
    string? Meter,
    int Pairs,
    int Tunes,
    IReadOnlyList<InterchangedLayer> Layers,
    string Here,
    string Page
);
