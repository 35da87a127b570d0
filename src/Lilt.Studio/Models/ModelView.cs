namespace Lilt.Studio.Models;

/// <summary>A model that is read.</summary>
/// <param name="Id">What requests call it; no path.</param>
/// <param name="Name">What a page calls it.</param>
/// <param name="Hash">SHA-256 over shape, vocabulary and weights.</param>
/// <param name="Layers">S.</param>
/// <param name="Units">H, a layer's units.</param>
/// <param name="Tokens">V, the vocabulary's size.</param>
/// <param name="IsDefault">Whether a page that is opened works with it.</param>
/// <param name="Vocabulary">[V] The tokens as text, in index order.</param>
/// <param name="Meters">The vocabulary's own meters, in index order: <c>M:6/8</c>.</param>
/// <param name="Modes">The vocabulary's own keys or modes, in index order: <c>K:Cdor</c>.</param>
/// <param name="MeasureTokens">Its bars, in index order.</param>
/// <param name="PitchTokens">Its single notes, rests apart, in index order.</param>
/// <param name="Parameters">Learned weights and biases, the initial states apart.</param>
/// <param name="Facts">What else its file says, by name.</param>
/// <param name="Remark">What of its vocabulary is not written out as music, a sentence or two; else null.</param>
public sealed record ModelView(
    string Id,
    string Name,
    string Hash,
    int Layers,
    int Units,
    int Tokens,
    bool IsDefault,
    IReadOnlyList<string> Vocabulary,
    IReadOnlyList<string> Meters,
    IReadOnlyList<string> Modes,
    IReadOnlyList<string> MeasureTokens,
    IReadOnlyList<string> PitchTokens,
    long Parameters,
    IReadOnlyDictionary<string, string> Facts,
    string? Remark
);
