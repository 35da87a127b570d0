using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lilt.Network.Kernels;

namespace Lilt.Training.Kernels;

/// <summary>What an optimiser does to weights, for one lane width; every width gives the same bits.</summary>
/// <remarks>Counts are multiples of <see cref="PackedMatrix.PanelWidth"/>; pointers need no alignment.</remarks>
internal abstract unsafe class OptimizerKernels
{
    /// <summary>The kernels for this machine, the width of <see cref="LstmKernels.Best"/>.</summary>
    public static OptimizerKernels Best { get; } = Of(LstmKernels.Best.Lanes);

    /// <summary>The kernels of a width: 1, 4, 8 or 16 lanes.</summary>
    public static OptimizerKernels Of(int lanes) =>
        lanes switch
        {
            1 => new OptimizerKernels<float, ScalarLanes>(),
            4 => new OptimizerKernels<Vector128<float>, Vector128Lanes>(),
            8 => new OptimizerKernels<Vector256<float>, Vector256Lanes>(),
            16 => new OptimizerKernels<Vector512<float>, Vector512Lanes>(),
            _ => throw new ArgumentOutOfRangeException(nameof(lanes), lanes, "1, 4, 8 or 16."),
        };

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
internal sealed unsafe class OptimizerKernels<TVector, TLanes> : OptimizerKernels
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
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
}
