using Lilt.Gradients;

namespace Lilt.Training;

/// <summary>Tunes of a corpus side by side, longest first, with what they read and what they were to write.</summary>
internal sealed class PackedTunes
{
    /// <param name="tunes">Tunes to lay out, at least one; each at least two tokens long (the start and one more).</param>
    public PackedTunes(IEnumerable<CorpusTune> tunes)
    {
        // Equal lengths stand by position, so that one set of tunes has one layout.
        CorpusTune[] sorted = [.. tunes.OrderByDescending(tune => tune.Steps).ThenBy(tune => tune.Position)];
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(tunes));
        Steps = new PackedSteps([.. sorted.Select(tune => tune.Steps)]);
        Targets = new int[Steps.Rows];
        for (int step = 0; step < Steps.Steps; step++)
        {
            for (int tune = 0; tune < Steps.Active(step); tune++)
            {
                Steps.Inputs[Steps.Offset(step) + tune] = sorted[tune].Tokens[step].Index;
                Targets[Steps.Offset(step) + tune] = sorted[tune].Tokens[step + 1].Index;
            }
        }

        for (int tune = 0; tune < sorted.Length; tune++)
        {
            Steps.Addresses[tune] = sorted[tune].Position;
        }
    }

    /// <summary>The layout of the steps, R in all, with the tokens read; dropout knows a tune by its position in the corpus.</summary>
    public PackedSteps Steps { get; }

    /// <summary>[R]: the token to be written.</summary>
    public int[] Targets { get; }
}
