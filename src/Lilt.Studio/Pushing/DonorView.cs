namespace Lilt.Studio.Pushing;

/// <summary>The place that a state was taken from.</summary>
/// <param name="Tune">Its tune's id.</param>
/// <param name="Name">What the tune is called.</param>
/// <param name="IsOwn">Whether it is the tune that was pushed.</param>
/// <param name="Step">From 0.</param>
/// <param name="Measure">The measure, from 1, as the tune's verdicts are numbered; null outside all.</param>
/// <param name="Distance">d, eighths.</param>
public sealed record DonorView(string Tune, string Name, bool IsOwn, int Step, int? Measure, double Distance);
