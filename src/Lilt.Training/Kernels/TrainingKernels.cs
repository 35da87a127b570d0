using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lilt.Network.Kernels;

namespace Lilt.Training.Kernels;

/// <summary>What training computes beside <see cref="LstmKernels"/>, for one lane width; every width gives the same bits.</summary>
/// <remarks>Counts are multiples of <see cref="PackedMatrix.PanelWidth"/>; pointers need no alignment.</remarks>
internal abstract unsafe class TrainingKernels
{
    /// <summary>The kernels for this machine, the width of <see cref="LstmKernels.Best"/>.</summary>
    public static TrainingKernels Best { get; } = Of(LstmKernels.Best.Lanes);

    /// <summary>The kernels of a width: 1, 4, 8 or 16 lanes.</summary>
    public static TrainingKernels Of(int lanes) =>
        lanes switch
        {
            1 => new TrainingKernels<float, ScalarLanes>(),
            4 => new TrainingKernels<Vector128<float>, Vector128Lanes>(),
            8 => new TrainingKernels<Vector256<float>, Vector256Lanes>(),
            16 => new TrainingKernels<Vector512<float>, Vector512Lanes>(),
            _ => throw new ArgumentOutOfRangeException(nameof(lanes), lanes, "1, 4, 8 or 16."),
        };

    /// <inheritdoc cref="OuterProduct.Accumulate{TVector, TLanes}"/>
    public abstract void Outer(float** left, int leftCount, float** right, int rightCount, int rows, float* destination, float* scratch);

    /// <summary>
    /// Backward through one unit step. <paramref name="gates"/> [4, U] holds the gates and receives the gradients of their sums, each
    /// limited to ±<paramref name="limit"/>; <paramref name="cellGradient"/> holds what step t + 1 sent and receives what step t − 1 gets.
    /// </summary>
    public abstract void UnitBackward(
        float* gates,
        float* before,
        float* cell,
        float* hiddenGradient,
        float* cellGradient,
        float limit,
        int units
    );

    /// <summary>destination += source.</summary>
    public abstract void Add(float* source, float* destination, int count);

    /// <summary>One update of Adam; with <paramref name="decay"/> 0 the weights do not decay (AdamW otherwise).</summary>
    /// <remarks>
    /// Source: D. P. Kingma and J. Ba, Adam, ICLR 2015, algorithm 1; I. Loshchilov and F. Hutter, Decoupled Weight Decay Regularization,
    /// ICLR 2019, algorithm 2.
    /// </remarks>
    public abstract void Adam(float* weights, float* gradient, float* first, float* second, int count, in AdamStep step, float decay);

    /// <summary>One update of RMSprop as Lasagne does it: s = ρs + (1 − ρ)g², w −= rate · g/√(s + ε).</summary>
    /// <remarks>Source: T. Tieleman and G. Hinton, Lecture 6.5, 2012; lasagne.updates.rmsprop for the place of ε.</remarks>
    public abstract void RmsProp(
        float* weights,
        float* gradient,
        float* square,
        int count,
        float scale,
        float rate,
        float rho,
        float epsilon
    );

    /// <summary>average += (1 − decay) · (weights − average).</summary>
    public abstract void Average(float* weights, float* average, int count, float oneMinusDecay);
}

/// <inheritdoc/>
internal sealed unsafe class TrainingKernels<TVector, TLanes> : TrainingKernels
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    public override void Outer(float** left, int leftCount, float** right, int rightCount, int rows, float* destination, float* scratch) =>
        OuterProduct.Accumulate<TVector, TLanes>(left, leftCount, right, rightCount, rows, destination, scratch);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void UnitBackward(
        float* gates,
        float* before,
        float* cell,
        float* hiddenGradient,
        float* cellGradient,
        float limit,
        int units
    )
    {
        float* fs = gates + units;
        float* gs = fs + units;
        float* os = gs + units;
        TVector one = TLanes.Broadcast(1f);
        TVector high = TLanes.Broadcast(limit);
        TVector low = TLanes.Broadcast(-limit);
        for (int u = 0; u < units; u += TLanes.Count)
        {
            TVector i = TLanes.Load(gates + u);
            TVector f = TLanes.Load(fs + u);
            TVector g = TLanes.Load(gs + u);
            TVector o = TLanes.Load(os + u);
            TVector shown = Activations.Tanh<TVector, TLanes>(TLanes.Load(cell + u));
            TVector dh = TLanes.Load(hiddenGradient + u);

            // 1 − tanh² as (1 − tanh)(1 + tanh), which keeps its digits near ±1.
            TVector slope = TLanes.Multiply(TLanes.Subtract(one, shown), TLanes.Add(one, shown));
            TVector dc = TLanes.FusedMultiplyAdd(TLanes.Multiply(dh, o), slope, TLanes.Load(cellGradient + u));
            TLanes.Store(TLanes.Multiply(dc, f), cellGradient + u);

            TVector di = TLanes.Multiply(TLanes.Multiply(dc, g), TLanes.Multiply(i, TLanes.Subtract(one, i)));
            TVector df = TLanes.Multiply(TLanes.Multiply(dc, TLanes.Load(before + u)), TLanes.Multiply(f, TLanes.Subtract(one, f)));
            TVector dg = TLanes.Multiply(TLanes.Multiply(dc, i), TLanes.Multiply(TLanes.Subtract(one, g), TLanes.Add(one, g)));
            TVector dO = TLanes.Multiply(TLanes.Multiply(dh, shown), TLanes.Multiply(o, TLanes.Subtract(one, o)));
            TLanes.Store(Within(di, low, high), gates + u);
            TLanes.Store(Within(df, low, high), fs + u);
            TLanes.Store(Within(dg, low, high), gs + u);
            TLanes.Store(Within(dO, low, high), os + u);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(float* source, float* destination, int count)
    {
        for (int n = 0; n < count; n += TLanes.Count)
        {
            TLanes.Store(TLanes.Add(TLanes.Load(destination + n), TLanes.Load(source + n)), destination + n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Adam(float* weights, float* gradient, float* first, float* second, int count, in AdamStep step, float decay)
    {
        TVector scale = TLanes.Broadcast(step.GradientScale);
        TVector firstKept = TLanes.Broadcast(step.FirstDecay);
        TVector firstTaken = TLanes.Broadcast(1f - step.FirstDecay);
        TVector secondKept = TLanes.Broadcast(step.SecondDecay);
        TVector secondTaken = TLanes.Broadcast(1f - step.SecondDecay);
        TVector rate = TLanes.Broadcast(-step.Rate / step.FirstCorrection);
        TVector secondCorrection = TLanes.Broadcast(step.SecondCorrection);
        TVector epsilon = TLanes.Broadcast(step.Epsilon);
        TVector kept = TLanes.Broadcast(1f - (step.Rate * decay));
        for (int n = 0; n < count; n += TLanes.Count)
        {
            TVector g = TLanes.Multiply(TLanes.Load(gradient + n), scale);
            TVector m = TLanes.FusedMultiplyAdd(firstKept, TLanes.Load(first + n), TLanes.Multiply(firstTaken, g));
            TVector v = TLanes.FusedMultiplyAdd(secondKept, TLanes.Load(second + n), TLanes.Multiply(secondTaken, TLanes.Multiply(g, g)));
            TLanes.Store(m, first + n);
            TLanes.Store(v, second + n);
            TVector root = TLanes.Add(TLanes.SquareRoot(TLanes.Divide(v, secondCorrection)), epsilon);
            TVector w = TLanes.Multiply(TLanes.Load(weights + n), kept);
            TLanes.Store(TLanes.FusedMultiplyAdd(rate, TLanes.Divide(m, root), w), weights + n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RmsProp(
        float* weights,
        float* gradient,
        float* square,
        int count,
        float scale,
        float rate,
        float rho,
        float epsilon
    )
    {
        TVector scales = TLanes.Broadcast(scale);
        TVector kept = TLanes.Broadcast(rho);
        TVector taken = TLanes.Broadcast(1f - rho);
        TVector rates = TLanes.Broadcast(-rate);
        TVector small = TLanes.Broadcast(epsilon);
        for (int n = 0; n < count; n += TLanes.Count)
        {
            TVector g = TLanes.Multiply(TLanes.Load(gradient + n), scales);
            TVector s = TLanes.FusedMultiplyAdd(kept, TLanes.Load(square + n), TLanes.Multiply(taken, TLanes.Multiply(g, g)));
            TLanes.Store(s, square + n);
            TVector move = TLanes.Divide(g, TLanes.SquareRoot(TLanes.Add(s, small)));
            TLanes.Store(TLanes.FusedMultiplyAdd(rates, move, TLanes.Load(weights + n)), weights + n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Average(float* weights, float* average, int count, float oneMinusDecay)
    {
        TVector taken = TLanes.Broadcast(oneMinusDecay);
        for (int n = 0; n < count; n += TLanes.Count)
        {
            TVector old = TLanes.Load(average + n);
            TLanes.Store(TLanes.FusedMultiplyAdd(taken, TLanes.Subtract(TLanes.Load(weights + n), old), old), average + n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Within(TVector value, TVector low, TVector high) =>
        TLanes.SelectLess(value, low, low, TLanes.SelectLess(high, value, high, value));
}
