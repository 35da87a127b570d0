using Lilt.Binding;

namespace Lilt.Studies.Part7;

/// <summary>How the units of a layer go with measure tokens over the header tunes.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Written">Whether the event is that one is written; otherwise that one is read.</param>
/// <param name="Rectified">Whether |h| is bound, not h.</param>
/// <param name="Binding">The test.</param>
internal sealed record LayerBound(int Layer, bool Written, bool Rectified, LayerBinding Binding)
{
    /// <summary>Tests every layer, event and signal; empty where fewer than two tunes have the event and its absence.</summary>
    public static IReadOnlyList<LayerBound> Test(Part7Material material, HeaderTunes tunes, Action<int, int> progress, CancellationToken cancellation)
    {
        (int Layer, bool Written, bool Rectified)[] tests =
            [.. from layer in Enumerable.Range(1, material.Layers.Count) from written in (bool[])[false, true] from rectified in (bool[])[false, true] select (layer, written, rectified)];
        LayerBound?[] bounds = new LayerBound?[tests.Length];
        int done = 0;
        Parallel.For(0, tests.Length, new ParallelOptions { MaxDegreeOfParallelism = material.Options.Threads, CancellationToken = cancellation }, index =>
        {
            (int layer, bool written, bool rectified) = tests[index];
            List<TuneEvents> events = tunes.Events(layer, written);
            if (events.Count(tune => tune.HasContrast) >= 2)
            {
                bounds[index] = new LayerBound(layer, written, rectified, LayerBinding.Test(events, BindingOptions.Default with { Rectify = rectified }));
            }

            progress(Interlocked.Increment(ref done), tests.Length);
        });
        return [.. bounds.OfType<LayerBound>()];
    }
}
