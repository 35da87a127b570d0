namespace Lilt.Studio.Sessions;

/// <summary>A tune of the store.</summary>
/// <param name="Session">Whose it is.</param>
/// <param name="Data">Everything that makes it again.</param>
internal sealed record KeptTune(string Session, StoredTune Data);
