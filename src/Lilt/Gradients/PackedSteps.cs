namespace Lilt.Gradients;

/// <summary>
/// The steps of tunes laid out without padding: the rows of step t are the tunes that have one, longest first, and row
/// <c>Offset(t) + b</c> is step t of tune b. R rows in all, one for each step of each tune.
/// </summary>
internal sealed class PackedSteps
{
    private readonly int[] offsets;

    /// <param name="lengths">[B]: the steps of each tune, at least 1, none longer than the one before it.</param>
    public PackedSteps(IReadOnlyList<int> lengths)
    {
        ArgumentOutOfRangeException.ThrowIfZero(lengths.Count, nameof(lengths));
        Count = lengths.Count;
        Steps = lengths[0];
        offsets = new int[Steps + 1];
        int active = Count;
        for (int step = 0; step < Steps; step++)
        {
            while (active > 0 && lengths[active - 1] <= step)
            {
                active--;
            }

            offsets[step + 1] = offsets[step] + active;
        }

        Inputs = new int[Rows];
        Addresses = new int[Count];
    }

    /// <summary>B, the tunes.</summary>
    public int Count { get; }

    /// <summary>T, the longest tune's steps.</summary>
    public int Steps { get; }

    /// <summary>R, the steps of all tunes together.</summary>
    public int Rows => offsets[Steps];

    /// <summary>[R]: the token read, by its index; for the owner to fill.</summary>
    public int[] Inputs { get; }

    /// <summary>[B]: what <see cref="Dropout"/> knows each tune by; for the owner to fill where something is dropped.</summary>
    public int[] Addresses { get; }

    /// <summary>The first row of a step.</summary>
    public int Offset(int step) => offsets[step];

    /// <summary>Tunes that have a step.</summary>
    public int Active(int step) => offsets[step + 1] - offsets[step];
}
