using Lilt.Gradients.Kernels;

namespace Lilt.Gradients;

/// <summary>
/// c and h of tunes before their first step, each tune's own, or the gradients with respect to them: of every layer from one on.
/// It grows to the most tunes that it has held and is used again.
/// </summary>
internal sealed unsafe class TuneStates : IDisposable
{
    private readonly ParameterLayout layout;
    private FloatMemory? memory;

    /// <param name="layout">The network's layout.</param>
    /// <param name="first">The lowest layer held, from 1.</param>
    public TuneStates(ParameterLayout layout, int first)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, layout.Shape.Layers);
        this.layout = layout;
        First = first;
    }

    /// <summary>The lowest layer held, from 1.</summary>
    public int First { get; }

    /// <summary>B, the tunes held.</summary>
    public int Count { get; private set; }

    /// <summary>c of a layer, [B, U].</summary>
    public float* Cells(int layer) => memory!.Start + (2L * (layer - First) * Count * layout.PaddedUnits);

    /// <summary>h of a layer, [B, U].</summary>
    public float* Hidden(int layer) => Cells(layer) + ((long)Count * layout.PaddedUnits);

    /// <summary>c of a layer of a tune, [H].</summary>
    public Span<float> Cell(int layer, int tune) => Row(Cells(layer), tune);

    /// <summary>h of a layer of a tune, [H].</summary>
    public Span<float> Hidden(int layer, int tune) => Row(Hidden(layer), tune);

    /// <summary>Makes room for tunes and sets all to zero.</summary>
    public void Reserve(int tunes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tunes);
        Count = tunes;
        long length = 2L * (layout.Shape.Layers - First + 1) * tunes * layout.PaddedUnits;
        if (memory is null || memory.Length < length)
        {
            memory?.Dispose();
            memory = new FloatMemory(length);
            return;
        }

        memory.Clear();
    }

    public void Dispose() => memory?.Dispose();

    private Span<float> Row(float* rows, int tune)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tune);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tune, Count);
        return new Span<float>(rows + ((nint)tune * layout.PaddedUnits), layout.Shape.Units);
    }
}
