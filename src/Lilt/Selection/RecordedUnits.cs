using Lilt.Network;
using Lilt.Recording;
using Lilt.Spectra;

namespace Lilt.Selection;

/// <summary>What the units of a recorded site did, as spectra and orders take it.</summary>
public static class RecordedUnits
{
    /// <summary>A site's values as sequences, [T, U]; they are shared, not copied.</summary>
    /// <param name="recording">The tune.</param>
    /// <param name="site">A site of a layer, logits or posterior.</param>
    /// <exception cref="ArgumentException">The site was not kept, or a value is not finite.</exception>
    public static UnitSequences Sequences(this TuneRecording recording, Site site)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return site.IsOfLayer
            ? UnitSequences.OfLayer(recording.Memory(site.Kind), recording.Facts.Layers, recording.Facts.Units, site.Layer)
            : new UnitSequences(recording[site].ToArray(), recording[site].Width);
    }
}
