using System.Text.Json;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studies;
using Lilt.Studio.Contracts;

namespace Lilt.Studio;

/// <summary>
/// Does once, for nobody, what the first tune of a page needs: its code is translated when it first runs, which takes about half a second that nobody should wait for.
/// </summary>
internal static class Rehearsal
{
    // Long enough for a spectrum, over in a tenth of a second.
    private const int Steps = 32;

    /// <summary>Writes a few tokens, reads them as a tune and takes them apart.</summary>
    public static void Run(Model model, string version, CancellationToken cancellation)
    {
        GenerationOptions few = new() { Limit = Steps, Written = (_, _) => { } };
        foreach (TuneRecording made in TuneRecordings.Record(model, few, null, RecordedSites.All, version, null, cancellation))
        {
            string[] tokens = [.. made.Output.Select(token => model.Vocabulary[token])];
            StudyTune tune = StudyTuneReader.Read("", tokens, made.Facts.Cut);
            JsonSerializer.SerializeToUtf8Bytes(tune, StudioJson.Options);
            JsonSerializer.SerializeToUtf8Bytes(new TokensEvent(StudyNote.Of(tokens).Count, Surprise.Of(made).Count, tokens), StudioJson.Options);
            if (made.Steps >= Window.MinimumLength)
            {
                LayerSpectra h = LayerSpectra.Of(RecordedSite.Sequences(made, "h", 1), SpectrumOptions.Default);
                PeakFinder.Find(h.Mean(), 1);
            }
        }
    }
}
