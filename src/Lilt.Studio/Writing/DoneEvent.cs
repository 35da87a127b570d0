namespace Lilt.Studio.Writing;

/// <summary>A run is over.</summary>
/// <param name="Tunes">How many tunes it made.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record DoneEvent(int Tunes, double Seconds);
