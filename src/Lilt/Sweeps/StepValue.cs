namespace Lilt.Sweeps;

/// <summary>
/// What a step under a plan is worth; a sweep adds the steps of a tune up. Called on the sweep's own threads, so it changes nothing that
/// steps share.
/// </summary>
/// <param name="step">The step; it is gone when the call returns.</param>
public delegate double StepValue(StepView step);
