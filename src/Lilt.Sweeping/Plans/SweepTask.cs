namespace Lilt.Sweeping.Plans;

/// <summary>What is done at every point of a sweep's grid.</summary>
public enum SweepTask
{
    /// <summary>A tune is written and its measures are counted.</summary>
    Generate,

    /// <summary>The same, with what the tune adds to every figure of an assessment.</summary>
    Assess,

    /// <summary>A plan's cut units are held against random sets of as many.</summary>
    Control,

    /// <summary>A study is made, and its verdicts are kept.</summary>
    Study,
}
