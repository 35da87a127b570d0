namespace Lilt.Training;

/// <summary>
/// Tunes laid out step by step without padding: the rows of step t are the tunes that have one, longest first, and row
/// <c>Offset(t) + b</c> is step t of tune b. R rows in all, one for each step of each tune.
/// </summary>
internal sealed class PackedTunes
{
    private readonly int[] offsets;

    /// <param name="tunes">Tunes to lay out, at least one; each at least two tokens long (the start and one more).</param>
    public PackedTunes(IEnumerable<CorpusTune> tunes)
    {
        // Equal lengths stand by position, so that one set of tunes has one layout.
        CorpusTune[] sorted = [.. tunes.OrderByDescending(tune => tune.Steps).ThenBy(tune => tune.Position)];
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(tunes));
        Tunes = sorted;
        Steps = sorted[0].Steps;
        offsets = new int[Steps + 1];
        int active = sorted.Length;
        for (int step = 0; step < Steps; step++)
        {
            while (active > 0 && sorted[active - 1].Steps <= step)
            {
                active--;
            }

            offsets[step + 1] = offsets[step] + active;
        }

        Inputs = new int[Rows];
        Targets = new int[Rows];
        for (int step = 0; step < Steps; step++)
        {
            for (int tune = 0; tune < Active(step); tune++)
            {
                Inputs[offsets[step] + tune] = sorted[tune].Tokens[step].Index;
                Targets[offsets[step] + tune] = sorted[tune].Tokens[step + 1].Index;
            }
        }
    }

    /// <summary>The tunes, longest first.</summary>
    public IReadOnlyList<CorpusTune> Tunes { get; }

    /// <summary>T, the longest tune's steps.</summary>
    public int Steps { get; }

    /// <summary>R, the steps of all tunes together: the tokens that the loss is over.</summary>
    public int Rows => offsets[Steps];

    /// <summary>[R]: the token read.</summary>
    public int[] Inputs { get; }

    /// <summary>[R]: the token to be written.</summary>
    public int[] Targets { get; }

    /// <summary>The first row of a step.</summary>
    public int Offset(int step) => offsets[step];

    /// <summary>Tunes that have a step.</summary>
    public int Active(int step) => offsets[step + 1] - offsets[step];
}
