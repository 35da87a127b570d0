namespace Lilt.WeightFiles.Pickles;

/// <summary>A list or a tuple of a pickle.</summary>
/// <param name="isTuple">A tuple does not grow.</param>
internal sealed class PickleSequence(bool isTuple) : IPickleContainer
{
    public bool IsTuple { get; } = isTuple;

    public List<object?> Items { get; } = [];

    public int Depth { get; set; } = 1;
}
