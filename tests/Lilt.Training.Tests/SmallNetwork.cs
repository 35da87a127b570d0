using Lilt.Gradients;
using Lilt.Gradients.Kernels;
using Lilt.Network;
using Lilt.Network.Kernels;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Training.Tests;

/// <summary>A network small enough for a slow reference, with tunes of different lengths, all from fixed seeds.</summary>
internal sealed class SmallNetwork : IDisposable
{
    public SmallNetwork(int layers, int units, int tokens, int lanes = 0, float gateLimit = float.PositiveInfinity, int threads = 2)
    {
        Shape = new NetworkShape(layers, units, tokens);
        Layout = new ParameterLayout(Shape);
        Weights = new FloatMemory(Layout.Length);
        Plain = Draw(Shape);
        ParameterCopy.Read(Plain, Layout, Weights);
        Packed = new PackedParameters(Layout, Weights);
        Packed.Pack(threads);
        LstmKernels products = lanes == 0 ? LstmKernels.Best : LstmKernels.All.Single(kernels => kernels.Lanes == lanes);
        Kernels = GradientKernels.Of(products.Lanes);
        Pass = new TunePass(Layout, Weights, Packed, gateLimit, products, Kernels);
        Gradient = new BatchGradient(Layout, Pass, threads, Kernels);
    }

    public NetworkShape Shape { get; }

    public ParameterLayout Layout { get; }

    public FloatMemory Weights { get; }

    public NetworkWeights Plain { get; }

    public PackedParameters Packed { get; }

    public GradientKernels Kernels { get; }

    public TunePass Pass { get; }

    public BatchGradient Gradient { get; }

    /// <summary>Tunes of the given steps; position n is the n-th.</summary>
    public CorpusTune[] Tunes(params int[] steps)
    {
        CounterRandom random = CounterRandom.OfSeed(77);
        return
        [
            .. steps.Select(
                (count, position) =>
                    new CorpusTune(
                        position,
                        [.. Enumerable.Range(0, count + 1).Select(n => new Token((int)(random.Part(position).Uniform(n) * Shape.Tokens)))]
                    )
            ),
        ];
    }

    public void Dispose()
    {
        Gradient.Dispose();
        Packed.Dispose();
        Weights.Dispose();
    }

    /// <summary>
    /// Every weight, biases and initial states included, away from zero, so that no term of a gradient can hide; the deviation falls
    /// with the units, or a wide network would be chaotic and no precision would do.
    /// </summary>
    private static NetworkWeights Draw(NetworkShape shape)
    {
        NetworkWeights weights = new(shape);
        CounterRandom random = CounterRandom.OfSeed(5);
        double deviation = 1.2 / Math.Sqrt(shape.Units);
        int part = 0;
        foreach (LayerWeights layer in weights.Layers)
        {
            foreach (
                float[] array in (float[][])
                    [.. layer.InputWeights, .. layer.RecurrentWeights, .. layer.Biases, layer.InitialCell, layer.InitialHidden]
            )
            {
                Fill(array, deviation, random.Part(part++));
            }
        }

        Fill(weights.OutputWeights, deviation, random.Part(part++));
        Fill(weights.OutputBias, deviation, random.Part(part));
        return weights;
    }

    private static void Fill(float[] array, double deviation, CounterRandom random)
    {
        for (int n = 0; n < array.Length; n++)
        {
            array[n] = (float)(deviation * random.Normal(n));
        }
    }
}
