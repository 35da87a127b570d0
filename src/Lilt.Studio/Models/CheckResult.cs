namespace Lilt.Studio.Models;

/// <summary>What a beginning says.</summary>
/// <param name="Tokens">Its tokens; null for a drawn one. Empty where there are faults.</param>
/// <param name="Faults">What cannot be read, in the order of the text.</param>
/// <param name="Key">The tonic that the text is written in; null where it names none.</param>
/// <param name="Remark">How it was read, where that is not as it stands: a sentence without its stop.</param>
public sealed record CheckResult(IReadOnlyList<string?> Tokens, IReadOnlyList<FaultView> Faults, string? Key, string? Remark);
