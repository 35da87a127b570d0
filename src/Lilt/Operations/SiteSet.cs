using Lilt.Network;

namespace Lilt.Operations;

/// <summary>One site of a network or several, in a fixed order. Immutable; a <see cref="Site"/> is one of one.</summary>
public sealed class SiteSet
{
    /// <param name="sites">At least one, each once.</param>
    /// <exception cref="ArgumentException">There is none, or one is there twice.</exception>
    public SiteSet(params IEnumerable<Site> sites)
    {
        Sites = [.. sites];
        if (Sites.Count == 0)
        {
            throw new ArgumentException("There is no site.", nameof(sites));
        }

        if (Sites.Distinct().Count() < Sites.Count)
        {
            throw new ArgumentException($"A site is named twice: {string.Join(", ", Sites)}.", nameof(sites));
        }
    }

    /// <summary>The sites.</summary>
    public IReadOnlyList<Site> Sites { get; }

    /// <summary>One site.</summary>
    public static implicit operator SiteSet(Site site) => new(site);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Sites);
}
