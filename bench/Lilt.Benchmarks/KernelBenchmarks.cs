using BenchmarkDotNet.Attributes;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;

namespace Lilt.Benchmarks;

/// <summary>One step of folk-rnn v2's shape: tunes at once, and what a probe costs that only looks.</summary>
public class KernelBenchmarks : IDisposable
{
    private readonly Model model = RandomModels.Create(new NetworkShape(3, 512, 137), scale: 1);
    private StepBatch batch = null!;
    private int[] active = [];

    /// <summary>Tunes at once.</summary>
    [Params(1, 6, 96)]
    public int Tunes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        NoProbe none = default;
        batch = new StepBatch(model, Tunes);
        active = [.. Enumerable.Range(0, Tunes)];
        foreach (int slot in active)
        {
            batch.Reset(slot, ref none);
            batch.SetInput(slot, new Token(slot % 137));
        }
    }

    [Benchmark(Baseline = true)]
    public void StepWithoutProbe()
    {
        NoProbe none = default;
        batch.Step(active, 1f, ref none);
    }

    [Benchmark]
    public void StepUnderAProbeThatLooks()
    {
        Looking looking = default;
        batch.Step(active, 1f, ref looking);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        batch?.Dispose();
        GC.SuppressFinalize(this);
    }

    private readonly struct Looking : IStepProbe
    {
        public static bool Watches => true;

        public bool Visit(int slot, int step, Site site, Span<float> values) => false;
    }
}
