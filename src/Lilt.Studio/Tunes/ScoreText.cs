namespace Lilt.Studio.Tunes;

/// <summary>A score in MusicXML as ABC.</summary>
/// <param name="Abc">The tune.</param>
/// <param name="Remarks">What of the score has no place there, a sentence each.</param>
public sealed record ScoreText(string Abc, IReadOnlyList<string> Remarks);
