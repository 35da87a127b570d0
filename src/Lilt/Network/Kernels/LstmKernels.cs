using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lilt.Network.Kernels;

/// <summary>
/// Everything that a step computes, for one lane width. <see cref="Best"/> is the widest that this machine runs in
/// hardware; all of <see cref="All"/> give the same bits.
/// </summary>
/// <remarks>
/// A row of gate values is [4, U]: i, f, g, o, each U units long, U the layer's units rounded up to a panel.
/// Pointers need no alignment; lengths are multiples of <see cref="PackedMatrix.PanelWidth"/> unless a member says otherwise.
/// </remarks>
internal abstract unsafe class LstmKernels
{
    /// <summary>The kernels for this machine.</summary>
    public static LstmKernels Best { get; } = Choose();

    /// <summary>Every width, whether this machine has hardware for it or not.</summary>
    public static IReadOnlyList<LstmKernels> All { get; } =
    [
        new LstmKernels<float, ScalarLanes>(),
        new LstmKernels<Vector128<float>, Vector128Lanes>(),
        new LstmKernels<Vector256<float>, Vector256Lanes>(),
        new LstmKernels<Vector512<float>, Vector512Lanes>(),
    ];

    /// <summary>Lanes: 1, 4, 8 or 16.</summary>
    public abstract int Lanes { get; }

    /// <inheritdoc cref="MatrixProduct.Accumulate{TVector, TLanes}"/>
    public abstract void Accumulate(float** inputs, float** destinations, int rowCount, PackedMatrix matrix);

    /// <inheritdoc cref="MatrixProduct.AccumulateRow{TVector, TLanes}"/>
    public abstract void AccumulateRow(float* input, float* destination, PackedMatrix matrix, int firstColumn, int endColumn);

    /// <inheritdoc cref="NarrowProduct.AccumulateRow{TVector, TLanes}"/>
    public abstract void AccumulateRow(
        float* input,
        bool isScaled,
        float* destination,
        NarrowMatrix matrix,
        int firstColumn,
        int endColumn
    );

    /// <inheritdoc cref="NarrowProduct.Scale{TVector, TLanes}"/>
    public abstract bool Scale(float* input, NarrowMatrix matrix, float* scaled);

    /// <summary>destination += weight · source, a fused multiply-add each.</summary>
    public abstract void AddScaled(float weight, float* source, float* destination, int count);

    /// <summary>
    /// Sums to gates, in place: the sigmoid of i, f and o, the tanh of g, of the units from <paramref name="first"/> to
    /// <paramref name="end"/>, multiples of a panel. <paramref name="gates"/> is [4, U].
    /// </summary>
    public abstract void Gates(float* gates, int units, int first, int end);

    /// <summary>
    /// cell = f · cell + i · g, the second product rounded, then one fused multiply-add; of some units, as <see cref="Gates"/>.
    /// </summary>
    public abstract void Cell(float* gates, float* cell, int units, int first, int end);

    /// <summary>hidden = o · tanh(cell); of some units, as <see cref="Gates"/>.</summary>
    public abstract void Hidden(float* gates, float* cell, float* hidden, int units, int first, int end);

    /// <summary>destination = exp((source − largest) / temperature); <paramref name="count"/> is any number.</summary>
    public abstract void Exponentials(float* source, float largest, float temperature, float* destination, int count);

    /// <summary>destination = exp, sigmoid or tanh of source; <paramref name="count"/> is any number. For tests and tables.</summary>
    public abstract void Apply(Activation activation, float* source, float* destination, int count);

    private static LstmKernels Choose()
    {
        if (Vector512.IsHardwareAccelerated && Avx512F.IsSupported)
        {
            return new LstmKernels<Vector512<float>, Vector512Lanes>();
        }

        if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            return new LstmKernels<Vector256<float>, Vector256Lanes>();
        }

        // Without fused multiply-add in hardware the lanes would each call the same routine; one lane is simplest.
        return System.Runtime.Intrinsics.Arm.AdvSimd.Arm64.IsSupported
            ? new LstmKernels<Vector128<float>, Vector128Lanes>()
            : new LstmKernels<float, ScalarLanes>();
    }
}

/// <inheritdoc/>
internal sealed unsafe class LstmKernels<TVector, TLanes> : LstmKernels
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    public override int Lanes => TLanes.Count;

    public override void Accumulate(float** inputs, float** destinations, int rowCount, PackedMatrix matrix) =>
        MatrixProduct.Accumulate<TVector, TLanes>(inputs, destinations, rowCount, matrix);

    public override void AccumulateRow(float* input, float* destination, PackedMatrix matrix, int firstColumn, int endColumn) =>
        MatrixProduct.AccumulateRow<TVector, TLanes>(input, destination, matrix, firstColumn, endColumn);

    public override void AccumulateRow(
        float* input,
        bool isScaled,
        float* destination,
        NarrowMatrix matrix,
        int firstColumn,
        int endColumn
    ) => NarrowProduct.AccumulateRow<TVector, TLanes>(input, isScaled, destination, matrix, firstColumn, endColumn);

    public override bool Scale(float* input, NarrowMatrix matrix, float* scaled) =>
        NarrowProduct.Scale<TVector, TLanes>(input, matrix, scaled);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddScaled(float weight, float* source, float* destination, int count)
    {
        TVector w = TLanes.Broadcast(weight);
        for (int n = 0; n < count; n += TLanes.Count)
        {
            TLanes.Store(TLanes.FusedMultiplyAdd(w, TLanes.Load(source + n), TLanes.Load(destination + n)), destination + n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Gates(float* gates, int units, int first, int end)
    {
        // One loop a function: two at once would not fit into the registers.
        float* of = gates + first;
        Sigmoids(of, end - first);
        Sigmoids(of + units, end - first);
        Tanhs(of + (2 * units), end - first);
        Sigmoids(of + (3 * units), end - first);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Cell(float* gates, float* cell, int units, int first, int end)
    {
        float* f = gates + units;
        float* g = f + units;
        for (int u = first; u < end; u += TLanes.Count)
        {
            TVector written = TLanes.Multiply(TLanes.Load(gates + u), TLanes.Load(g + u));
            TLanes.Store(TLanes.FusedMultiplyAdd(TLanes.Load(f + u), TLanes.Load(cell + u), written), cell + u);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Hidden(float* gates, float* cell, float* hidden, int units, int first, int end)
    {
        float* o = gates + (3 * units);
        for (int u = first; u < end; u += PairedLanes<TVector, TLanes>.Count)
        {
            LanePair<TVector> shown = Activations.Tanh<LanePair<TVector>, PairedLanes<TVector, TLanes>>(
                PairedLanes<TVector, TLanes>.Load(cell + u)
            );
            PairedLanes<TVector, TLanes>.Store(
                PairedLanes<TVector, TLanes>.Multiply(PairedLanes<TVector, TLanes>.Load(o + u), shown),
                hidden + u
            );
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Exponentials(float* source, float largest, float temperature, float* destination, int count)
    {
        TVector top = TLanes.Broadcast(largest);
        TVector heat = TLanes.Broadcast(temperature);
        int n = 0;
        for (; n + TLanes.Count <= count; n += TLanes.Count)
        {
            TVector x = TLanes.Divide(TLanes.Subtract(TLanes.Load(source + n), top), heat);
            TLanes.Store(Activations.Exp<TVector, TLanes>(x), destination + n);
        }

        for (; n < count; n++)
        {
            destination[n] = Activations.Exp<float, ScalarLanes>((source[n] - largest) / temperature);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Apply(Activation activation, float* source, float* destination, int count)
    {
        int n = 0;
        for (; n + TLanes.Count <= count; n += TLanes.Count)
        {
            TLanes.Store(Apply<TVector, TLanes>(activation, TLanes.Load(source + n)), destination + n);
        }

        for (; n < count; n++)
        {
            destination[n] = Apply<float, ScalarLanes>(activation, source[n]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Sigmoids(float* values, int count)
    {
        for (int n = 0; n < count; n += PairedLanes<TVector, TLanes>.Count)
        {
            LanePair<TVector> x = PairedLanes<TVector, TLanes>.Load(values + n);
            if (Activations.IsFarFromZero<LanePair<TVector>, PairedLanes<TVector, TLanes>>(x))
            {
                FarSigmoids(values + n);
                continue;
            }

            PairedLanes<TVector, TLanes>.Store(Activations.NearSigmoid<LanePair<TVector>, PairedLanes<TVector, TLanes>>(x), values + n);
        }
    }

    /// <summary>
    /// A pair of vectors with a value far from zero: rare, and kept out of the loop so that nothing in it has to be saved for it.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FarSigmoids(float* values)
    {
        TLanes.Store(Activations.Sigmoid<TVector, TLanes>(TLanes.Load(values)), values);
        TLanes.Store(Activations.Sigmoid<TVector, TLanes>(TLanes.Load(values + TLanes.Count)), values + TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Tanhs(float* values, int count)
    {
        for (int n = 0; n < count; n += PairedLanes<TVector, TLanes>.Count)
        {
            LanePair<TVector> x = PairedLanes<TVector, TLanes>.Load(values + n);
            PairedLanes<TVector, TLanes>.Store(Activations.Tanh<LanePair<TVector>, PairedLanes<TVector, TLanes>>(x), values + n);
        }
    }

    private static TV Apply<TV, TL>(Activation activation, TV x)
        where TV : struct
        where TL : struct, ILanes<TV> =>
        activation switch
        {
            Activation.Exp => Activations.Exp<TV, TL>(x),
            Activation.Sigmoid => Activations.Sigmoid<TV, TL>(x),
            _ => Activations.Tanh<TV, TL>(x),
        };
}
