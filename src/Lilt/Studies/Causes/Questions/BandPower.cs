using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>The article's way to rank units: the share of each unit's power in the band of the measures, here the mean over tunes.</summary>
internal static class BandPower
{
    private const int Tunes = 10;

    /// <summary>The shares of every unit, [S][H], over the first tunes that have a part in finding; null where none has a rhythm.</summary>
    /// <param name="model">The network.</param>
    /// <param name="material">The tunes.</param>
    /// <param name="threads">Changes speed alone.</param>
    public static double[][]? Of(Model model, MeterMaterial material, int threads)
    {
        double[][]? sums = null;
        ReadTune[] tunes = [.. material.Tunes.Where(tune => PlaceSample.Finds(tune.Index)).Take(Tunes)];
        foreach (
            TuneRecording recording in model.ReadAll(
                tunes.Select(tune => (IReadOnlyList<Token>)[.. tune.All, tune[tune.Steps - 1]]),
                kinds: [SiteKind.Hidden],
                threads: threads
            )
        )
        {
            if (MeasureBand.Of(recording) is not { } band)
            {
                continue;
            }

            double[][] shares =
            [
                .. Enumerable
                    .Range(1, model.Shape.Layers)
                    .AsParallel()
                    .AsOrdered()
                    .WithDegreeOfParallelism(threads)
                    .Select(layer => Shares(recording, layer, band)),
            ];
            sums = sums is null ? shares : [.. sums.Zip(shares, (one, other) => one.Zip(other, (a, b) => a + b).ToArray())];
        }

        return sums;
    }

    private static double[] Shares(TuneRecording recording, int layer, Band band) =>
        LayerSpectra
            .Of(StudyMaterial.HiddenOf(recording, layer), SpectrumOptions.Default with { DirectCurrent = DirectCurrent.Exclude })
            .BandFractions(band);
}
