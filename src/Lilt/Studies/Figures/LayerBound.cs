using Lilt.Binding;
using Lilt.Randomness;

namespace Lilt.Studies.Figures;

/// <summary>How the units of a layer go with measure tokens over the header tunes.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Written">Whether the event is that one is written; otherwise that one is read.</param>
/// <param name="Rectified">Whether |h| is bound, not h.</param>
/// <param name="Binding">The test.</param>
internal sealed record LayerBound(int Layer, bool Written, bool Rectified, LayerBinding Binding)
{
    /// <summary>Tests every layer, event and signal; empty where fewer than two tunes have the event and its absence.</summary>
    public static IReadOnlyList<LayerBound> Test(
        StudyMaterial material,
        HeaderTunes tunes,
        Action<int, int> progress,
        CancellationToken cancellation
    )
    {
        (bool Written, bool Rectified)[] tests = [(false, false), (false, true), (true, false), (true, true)];
        List<LayerBound> bounds = [];
        int done = 0;
        for (int layer = 1; layer <= material.Layers.Count; layer++)
        {
            int of = layer;
            (List<TuneEvents> read, List<TuneEvents> written) = tunes.Events(layer);
            LayerBound?[] found = new LayerBound?[tests.Length];
            Parallel.For(
                0,
                tests.Length,
                new ParallelOptions { MaxDegreeOfParallelism = material.Options.Threads, CancellationToken = cancellation },
                index =>
                {
                    (bool isWritten, bool rectified) = tests[index];
                    List<TuneEvents> events = isWritten ? written : read;
                    if (events.Count(tune => tune.HasContrast) >= 2)
                    {
                        found[index] = new LayerBound(
                            of,
                            isWritten,
                            rectified,
                            LayerBinding.Test(events, OptionsOf(of, isWritten, rectified))
                        );
                    }

                    progress(Interlocked.Increment(ref done), tests.Length * material.Layers.Count);
                }
            );
            bounds.AddRange(found.OfType<LayerBound>());
        }

        return bounds;
    }

    // Each family has shifts of its own, so that a shift that happens to fit one is nothing to the others.
    private static BindingOptions OptionsOf(int layer, bool written, bool rectified) =>
        BindingOptions.Default with
        {
            Rectify = rectified,
            Seed = BindingOptions.Default.Seed.Derive("binding", layer, written ? 1 : 0, rectified ? 1 : 0),
        };
}
