namespace Lilt.Studies.Causes.Figures;

/// <summary>What was found in the networks of one kind.</summary>
/// <param name="Kind">What was planted.</param>
/// <param name="Networks">How many were tried.</param>
/// <param name="Right">Verdicts, over all layers and claims, that say what is true.</param>
/// <param name="Undetermined">Verdicts that say nothing.</param>
/// <param name="Wrong">Verdicts that say what is not true.</param>
public sealed record KnownAnswer(string Kind, int Networks, int Right, int Undetermined, int Wrong);
