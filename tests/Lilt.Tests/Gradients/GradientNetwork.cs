using Lilt.Gradients;
using Lilt.Gradients.Kernels;
using Lilt.Network;
using Lilt.Network.Kernels;
using Lilt.Randomness;
using Lilt.Tests.Reference;

namespace Lilt.Tests.Gradients;

/// <summary>A small network with a pass over it, and tunes that begin with states of their own, all from fixed seeds.</summary>
internal sealed unsafe class GradientNetwork : IDisposable
{
    private const ulong Numbers = 5;
    private readonly FloatMemory weights;
    private readonly PackedParameters packed;

    public GradientNetwork(NetworkShape shape, int lanes = 0)
    {
        Model = RandomModels.Create(shape, 3, 1.2);
        Layout = new ParameterLayout(shape);
        weights = new FloatMemory(Layout.Length);
        ParameterCopy.Read(Model.Weights.Copy(), Layout, weights);
        packed = new PackedParameters(Layout, weights);
        packed.Pack(1);
        LstmKernels products = lanes == 0 ? LstmKernels.Best : LstmKernels.All.Single(kernels => kernels.Lanes == lanes);
        Pass = new TunePass(Layout, weights, packed, float.PositiveInfinity, products, GradientKernels.Of(products.Lanes));
    }

    public Model Model { get; }

    public ParameterLayout Layout { get; }

    public TunePass Pass { get; }

    /// <summary>Tunes of the given steps, longest first, of tokens from a seed.</summary>
    public PackedSteps Steps(params int[] lengths)
    {
        PackedSteps steps = new(lengths);
        SplitMix64 random = new(SplitMix64.Derive(Numbers, "tokens"));
        for (int row = 0; row < steps.Rows; row++)
        {
            steps.Inputs[row] = random.Below(Model.Shape.Tokens);
        }

        return steps;
    }

    /// <summary>States of some tunes from a layer on: within ±1, c and h alike.</summary>
    public TuneStates States(int first, int tunes)
    {
        TuneStates states = new(Layout, first);
        states.Reserve(tunes);
        for (int layer = first; layer <= Model.Shape.Layers; layer++)
        {
            for (int tune = 0; tune < tunes; tune++)
            {
                SplitMix64 random = new(SplitMix64.Derive(Numbers, "states", layer, tune));
                Fill(states.Cell(layer, tune), ref random);
                Fill(states.Hidden(layer, tune), ref random);
            }
        }

        return states;
    }

    /// <summary>Loss and gradients of tunes from a layer on; what the layers below hand up begins with states of their own too.</summary>
    public double Gradient<TLoss>(int first, PackedSteps steps, TLoss loss, TuneStates gradients)
        where TLoss : struct, IRowLoss
    {
        using PassWorkspace work = new(Layout, backward: true);
        using TuneStates states = States(first, steps.Count);
        if (first == 1)
        {
            return Pass.StateGradient(steps, work, states, null, loss, gradients);
        }

        using FloatMemory sums = new((long)steps.Rows * Layout.GateColumns);
        using TuneStates all = States(1, steps.Count);
        float** rows = stackalloc float*[steps.Rows];
        for (int row = 0; row < steps.Rows; row++)
        {
            rows[row] = sums.Start + ((nint)row * Layout.GateColumns);
        }

        Pass.InputSums(steps, work, all, first, rows);
        return Pass.StateGradient(steps, work, states, rows, loss, gradients);
    }

    public void Dispose()
    {
        packed.Dispose();
        weights.Dispose();
    }

    private static void Fill(Span<float> values, ref SplitMix64 random)
    {
        foreach (ref float value in values)
        {
            value = (random.Below(2001) - 1000) / 1000f;
        }
    }
}
