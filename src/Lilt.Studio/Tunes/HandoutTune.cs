namespace Lilt.Studio.Tunes;

/// <summary>A tune of a page.</summary>
/// <param name="Tune">The tune.</param>
/// <param name="FirstDivergence">The first step whose token differs from its baseline's, where that is on the page as well; null where none
/// does or it is not.</param>
/// <param name="Pictures">h of every layer.</param>
/// <param name="Sentences">What was done to the network, in words; empty for nothing.</param>
public sealed record HandoutTune(
    TuneView Tune,
    int? FirstDivergence,
    IReadOnlyList<HandoutPicture> Pictures,
    IReadOnlyList<string> Sentences
);
