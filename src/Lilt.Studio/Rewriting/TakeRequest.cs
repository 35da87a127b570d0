namespace Lilt.Studio.Rewriting;

/// <summary>Keeps an offer as a tune of the session.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Offer">Which of its offers, from 1.</param>
/// <param name="Name">What the tune is called; null for what was done.</param>
public sealed record TakeRequest(RewriteRequest Request, int Offer, string? Name = null);
