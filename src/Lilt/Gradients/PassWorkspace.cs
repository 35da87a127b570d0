using System.Runtime.InteropServices;
using Lilt.Gradients.Kernels;

namespace Lilt.Gradients;

/// <summary>
/// What one thread keeps while it takes tunes forward and backward: every gate, cell and hidden value of every step.
/// It grows to the most rows that it has held and is used again.
/// </summary>
internal sealed unsafe class PassWorkspace : IDisposable
{
    private readonly ParameterLayout layout;
    private readonly bool backward;
    private FloatMemory? memory;
    private FloatMemory? tuneMemory;
    private byte* kept;
    private float** pointers;
    private long rowCapacity;

    /// <param name="layout">The network's layout.</param>
    /// <param name="backward">Whether there will be a backward pass; without one, one layer's values are kept.</param>
    public PassWorkspace(ParameterLayout layout, bool backward)
    {
        this.layout = layout;
        this.backward = backward;
        OuterScratch = new FloatMemory(OuterProduct.ScratchLength);
    }

    ~PassWorkspace() => ReleasePointers();

    /// <summary>For the outer products.</summary>
    public FloatMemory OuterScratch { get; }

    /// <summary>[R] row pointers, for the caller to fill: four lists.</summary>
    public float** Pointers(int list) => pointers + (list * rowCapacity);

    /// <summary>A layer's gates, then the gradients of their sums: [R, 4U].</summary>
    public float* Gates(int layer) => memory!.Start + (Slot(layer) * rowCapacity * (layout.GateColumns + (3L * layout.PaddedUnits)));

    /// <summary>A layer's cells, [R, U].</summary>
    public float* Cells(int layer) => Gates(layer) + (rowCapacity * layout.GateColumns);

    /// <summary>A layer's hidden values, [R, U].</summary>
    public float* Hidden(int layer) => Cells(layer) + (rowCapacity * layout.PaddedUnits);

    /// <summary>A layer's hidden values after dropout, which the next reads: [R, U].</summary>
    public float* Passed(int layer) => Hidden(layer) + (rowCapacity * layout.PaddedUnits);

    /// <summary>Gradients of the values that a layer passed on, [R, U]; one layer's at a time.</summary>
    public float* PassedGradients => memory!.Start + (Slots * rowCapacity * (layout.GateColumns + (3L * layout.PaddedUnits)));

    /// <summary>Logits, then their gradients, [R, W].</summary>
    public float* Logits => PassedGradients + (rowCapacity * layout.PaddedUnits);

    /// <summary>What dropout kept of a layer, 1 or 0: [R, U] bytes.</summary>
    public byte* Kept(int layer) => kept + (Slot(layer) * rowCapacity * layout.PaddedUnits);

    /// <summary>
    /// Gradients of the cells that a step sends to the step before, [B, U], and after them one row of [4U] and one of [U].
    /// </summary>
    public float* CellGradients => tuneMemory!.Start;

    private long Slots => backward ? layout.Shape.Layers : 2;

    /// <summary>Makes room for tunes.</summary>
    public void Reserve(int rows, int tunes)
    {
        if (rows > rowCapacity)
        {
            memory?.Dispose();
            ReleasePointers();
            rowCapacity = rows;
            long perRow = (Slots * (layout.GateColumns + (3L * layout.PaddedUnits))) + layout.PaddedUnits + layout.PaddedTokens;
            memory = new FloatMemory(checked(rows * perRow));
            kept = (byte*)NativeMemory.AllocZeroed((nuint)rows * (nuint)layout.PaddedUnits, (nuint)Slots);
            pointers = (float**)NativeMemory.AllocZeroed((nuint)rows * 4, (nuint)sizeof(float*));
        }

        long perTune = ((long)tunes * layout.PaddedUnits) + layout.GateColumns + layout.PaddedUnits;
        if (tuneMemory is null || tuneMemory.Length < perTune)
        {
            tuneMemory?.Dispose();
            tuneMemory = new FloatMemory(perTune);
        }
    }

    public void Dispose()
    {
        memory?.Dispose();
        tuneMemory?.Dispose();
        OuterScratch.Dispose();
        ReleasePointers();
        GC.SuppressFinalize(this);
    }

    private long Slot(int layer) => backward ? layer - 1 : (layer - 1) % 2;

    private void ReleasePointers()
    {
        NativeMemory.Free(pointers);
        NativeMemory.Free(kept);
        pointers = null;
        kept = null;
    }
}
