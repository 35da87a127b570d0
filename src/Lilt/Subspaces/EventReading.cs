namespace Lilt.Subspaces;

/// <summary>Where, after an interchange, the event is asked for.</summary>
/// <param name="Step">Which of the tokens read after the interchange has just been read, from 0.</param>
/// <param name="IsDue">Whether the event is due there by the donor's count.</param>
public readonly record struct EventReading(int Step, bool IsDue);
