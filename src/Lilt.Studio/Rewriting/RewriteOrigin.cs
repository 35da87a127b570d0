namespace Lilt.Studio.Rewriting;

/// <summary>What a rewritten tune was made from: everything that makes it again, its model aside.</summary>
/// <param name="Parent">The tune that was written again; null where it is gone.</param>
/// <param name="Of">That tune's tokens, blanks between.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Offer">Which of its offers, from 1.</param>
public sealed record RewriteOrigin(string? Parent, string Of, RewriteRequest Request, int Offer);
