using System.Globalization;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Recordings;

/// <summary>A site of a recording that a request names: a letter and a layer, or the posterior.</summary>
internal static class RecordedSite
{
    /// <summary>The posterior's name.</summary>
    public const string Posterior = "posterior";

    /// <summary>Reads a site's name.</summary>
    /// <param name="name">h, c, i, f, g, o; the posterior only where its layer is 0.</param>
    /// <param name="layer">From 1.</param>
    /// <param name="recording">Whose.</param>
    public static SiteKind Kind(string? name, int layer, TuneRecording recording)
    {
        if (name == Posterior && layer == 0)
        {
            return SiteKind.Posterior;
        }

        if (layer < 1 || layer > recording.Facts.Layers)
        {
            throw StudioException.Bad(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There is no layer {layer}: the network has layers 1 to {recording.Facts.Layers}."
                )
            );
        }

        foreach (SiteKind kind in RecordedSites.All)
        {
            if (new Site(kind, 1).IsOfLayer && RecordedSites.Name(kind) == name)
            {
                return kind;
            }
        }

        throw StudioException.Bad($"There is no site '{name}': a layer has h, c, i, f, g and o.");
    }

    /// <summary>What the units of a site did, [T, H]; of the posterior [T, V].</summary>
    public static UnitSequences Sequences(TuneRecording recording, string? name, int layer)
    {
        SiteKind kind = Kind(name, layer, recording);
        return kind == SiteKind.Posterior
            ? new UnitSequences(recording.Values(kind), recording.Facts.Vocabulary.Count)
            : UnitSequences.OfLayer(recording.Memory(kind), recording.Facts.Layers, recording.Facts.Units, layer);
    }
}
