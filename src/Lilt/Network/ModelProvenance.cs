namespace Lilt.Network;

/// <summary>Where a model came from, as its file tells; it is no part of the model's hash.</summary>
/// <param name="Name">A short name, for titles and lists; empty for one that a file of it is to have from the file's own name.</param>
/// <param name="Facts">What else the file says, by name: epochs, losses, configuration, corpus; texts as they stand.</param>
public sealed record ModelProvenance(string Name, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>A provenance that says nothing but a name.</summary>
    public static ModelProvenance Named(string name) => new(name, new Dictionary<string, string>());
}
