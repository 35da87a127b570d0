namespace Lilt.Studies.Control;

/// <summary>The network without some units of a layer at some steps.</summary>
/// <param name="When">At which steps.</param>
/// <param name="Units">Of the layer that is cut, from 0.</param>
internal readonly record struct CutNetwork(CutSteps When, IReadOnlyList<int> Units)
{
    /// <summary>Whether the units are cut at a step.</summary>
    /// <param name="readsMeasure">Whether the step reads a measure token.</param>
    public bool IsCutAt(bool readsMeasure) => When == CutSteps.AllSteps || (When == CutSteps.AtBars) == readsMeasure;
}
