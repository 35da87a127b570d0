namespace Lilt.Studio.Models;

/// <summary>A model that the studio knows by name. Shape and hash are null until its file is read.</summary>
/// <param name="Id">What requests call it; no path.</param>
/// <param name="Name">What a page calls it.</param>
/// <param name="State">How far its file is read.</param>
/// <param name="Hash">SHA-256 over shape, vocabulary and weights.</param>
/// <param name="Layers">S.</param>
/// <param name="Units">H, a layer's units.</param>
/// <param name="Tokens">V, the vocabulary's size.</param>
/// <param name="IsDefault">Whether a page that is opened works with it.</param>
/// <param name="Problem">Why the file cannot be read, a sentence; else null.</param>
/// <param name="IsAdded">Whether a page put it in, and can take it away again.</param>
/// <param name="Remark">What of its vocabulary is not written out as music, a sentence or two; else null.</param>
public sealed record ModelSummary(
    string Id,
    string Name,
    ModelState State,
    string? Hash,
    int? Layers,
    int? Units,
    int? Tokens,
    bool IsDefault,
    string? Problem,
    bool IsAdded = false,
    string? Remark = null
);
