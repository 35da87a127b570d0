namespace Lilt.Studio.Models;

/// <summary>What a beginning says.</summary>
/// <param name="Tokens">Its tokens; null for a drawn one. Empty where there are faults.</param>
/// <param name="Faults">What cannot be read, in the order of the text.</param>
public sealed record CheckResult(IReadOnlyList<string?> Tokens, IReadOnlyList<FaultView> Faults);
