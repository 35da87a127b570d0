namespace Lilt.Studies;

/// <summary>An array of numbers of a study.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Shape">The lengths of its axes, the outermost first.</param>
/// <param name="Values">In C order.</param>
public sealed record StudyArray(string Name, IReadOnlyList<int> Shape, ReadOnlyMemory<float> Values);
