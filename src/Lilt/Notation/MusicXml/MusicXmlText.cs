namespace Lilt.Notation.MusicXml;

/// <summary>A score as ABC, and what of it has no place there.</summary>
/// <param name="Abc">The tune.</param>
/// <param name="Remarks">What was left out, a sentence each.</param>
public sealed record MusicXmlText(string Abc, IReadOnlyList<string> Remarks);
