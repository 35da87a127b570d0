using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lilt.Network.Kernels;

namespace Lilt.Gradients.Kernels;

/// <summary>What gradients take beside <see cref="LstmKernels"/>, for one lane width; every width gives the same bits.</summary>
/// <remarks>Counts are multiples of <see cref="PackedMatrix.PanelWidth"/>; pointers need no alignment.</remarks>
internal abstract unsafe class GradientKernels
{
    /// <summary>The kernels for this machine, the width of <see cref="LstmKernels.Best"/>.</summary>
    public static GradientKernels Best { get; } = Of(LstmKernels.Best.Lanes);

    /// <summary>The kernels of a width: 1, 4, 8 or 16 lanes.</summary>
    public static GradientKernels Of(int lanes) =>
        lanes switch
        {
            1 => new GradientKernels<float, ScalarLanes>(),
            4 => new GradientKernels<Vector128<float>, Vector128Lanes>(),
            8 => new GradientKernels<Vector256<float>, Vector256Lanes>(),
            16 => new GradientKernels<Vector512<float>, Vector512Lanes>(),
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
}

/// <inheritdoc/>
internal sealed unsafe class GradientKernels<TVector, TLanes> : GradientKernels
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Within(TVector value, TVector low, TVector high) =>
        TLanes.SelectLess(value, low, low, TLanes.SelectLess(high, value, high, value));
}
