namespace Lilt.Studio.Following;

/// <summary>A tune was deleted.</summary>
/// <param name="Session">Whose it was.</param>
/// <param name="Tune">Its id.</param>
public sealed record GoneEvent(string Session, string Tune);
