using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Analyses;

/// <summary>Spectra of layers that were made lately.</summary>
internal sealed class SpectraCache(StudioBounds bounds, Workplaces workplaces)
{
    private readonly BoundedCache<(string Tune, string Site, int Layer, WindowShape Window), LayerSpectra> spectra = new(
        bounds.SpectraBytes,
        made => (long)made.Units * made.Grid.Bins * sizeof(double)
    );

    /// <summary>The spectra of a site of a layer; fractions leave frequency 0 in the sum.</summary>
    public Task<LayerSpectra> GetAsync(
        string tune,
        TuneRecording recording,
        string site,
        int layer,
        WindowShape window,
        CancellationToken cancellation
    )
    {
        RecordedSite.Kind(site, layer, recording);
        if (recording.Steps < Window.MinimumLength)
        {
            throw StudioException.Unreadable($"The tune has {recording.Steps} steps: a spectrum needs at least {Window.MinimumLength}.");
        }

        return spectra.GetAsync(
            (tune, site, layer, window),
            stopped =>
                workplaces.RunAsync(
                    _ => LayerSpectra.Of(RecordedSite.Sequences(recording, site, layer), new SpectrumOptions { Window = window }),
                    stopped
                ),
            cancellation
        );
    }
}
