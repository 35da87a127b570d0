namespace Lilt.Operations;

/// <summary>Which step of a recording each step of a tune takes.</summary>
/// <param name="Steps">The tune's steps that take one.</param>
/// <param name="Offset">What is added to a step to find the recording's.</param>
/// <param name="Count">The recording's steps.</param>
internal readonly record struct RecordedSteps(StepRange Steps, int Offset, int Count)
{
    /// <summary>The recording's step for one of the tune; false where that takes none.</summary>
    public bool TryFind(int step, out int recorded)
    {
        recorded = step + Offset;
        return Steps.Holds(step) && recorded >= 0 && recorded < Count;
    }
}
