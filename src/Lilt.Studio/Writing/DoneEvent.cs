namespace Lilt.Studio.Writing;

/// <summary>A run is over.</summary>
/// <param name="Job">The run.</param>
/// <param name="Tunes">How many tunes it came to, those that the session had already among them.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record DoneEvent(string Job, int Tunes, double Seconds);
