namespace Lilt.WeightFiles.Safetensors;

/// <summary>One tensor as the header of a safetensors file describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">How its numbers are kept.</param>
/// <param name="Shape">The lengths of its axes, the last running fastest.</param>
/// <param name="Begin">Its first byte, from the start of the data.</param>
/// <param name="End">The byte after its last.</param>
internal sealed record TensorEntry(string Name, TensorType Type, IReadOnlyList<int> Shape, long Begin, long End)
{
    /// <summary>The number of its elements.</summary>
    public int Length => (int)((End - Begin) / TensorTypes.Size(Type));
}
