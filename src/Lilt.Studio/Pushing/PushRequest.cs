namespace Lilt.Studio.Pushing;

/// <summary>Asks to push the clock of a network while it writes a tune.</summary>
/// <param name="Step">After which step of the tune, from 0: one of its places that can be pushed.</param>
/// <param name="Layer">Whose c and h are given, from 1; null for those of all layers.</param>
/// <param name="By">How much further on in its measure the place is that they are taken from, −4 to 4 eighths; 0 is a sham.</param>
public sealed record PushRequest(int Step, int? Layer = null, int By = 2);
