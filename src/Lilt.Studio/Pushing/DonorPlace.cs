namespace Lilt.Studio.Pushing;

/// <summary>A place that a state can be taken from.</summary>
/// <param name="Tune">Its tune's id.</param>
/// <param name="Step">After which step.</param>
internal readonly record struct DonorPlace(string Tune, int Step);
