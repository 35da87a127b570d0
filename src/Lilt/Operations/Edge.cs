namespace Lilt.Operations;

/// <summary>Along which of its ways out a layer's c or h is changed.</summary>
/// <remarks>
/// h of a step goes up, to the next layer or the output layer in the same step, and on, to its own layer in the next. c goes on alone; h is
/// made from it. What is changed along one way is as it was along the other.
/// </remarks>
public enum Edge
{
    /// <summary>Both: c before h is made from it, h before anything reads it.</summary>
    Both,

    /// <summary>Up alone, at h: the layer's own next step begins with what it had.</summary>
    Up,

    /// <summary>On alone, from the step's end: what the layer shows in this step stays as it was.</summary>
    Recurrent,
}
