namespace Lilt.Studio.Tunes;

/// <summary>A tune of a page.</summary>
/// <param name="Tune">The tune.</param>
/// <param name="Pictures">h of every layer.</param>
/// <param name="Sentences">What was done to the network, in words; empty for nothing.</param>
public sealed record HandoutTune(TuneView Tune, IReadOnlyList<HandoutPicture> Pictures, IReadOnlyList<string> Sentences);
