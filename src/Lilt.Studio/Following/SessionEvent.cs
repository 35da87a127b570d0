namespace Lilt.Studio.Following;

/// <summary>A session was made, renamed or deleted, or it or a tune of it was had back.</summary>
/// <param name="Session">Its id.</param>
public sealed record SessionEvent(string Session);
