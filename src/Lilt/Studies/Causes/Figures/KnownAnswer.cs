namespace Lilt.Studies.Causes.Figures;

/// <summary>What was found in the networks of one kind.</summary>
/// <param name="Kind">What was planted.</param>
/// <param name="Counts">Whether a count was planted; of the others nothing may be told.</param>
/// <param name="Networks">How many were tried.</param>
/// <param name="Right">Verdicts, over all layers and claims and on what is counted, that say what is true.</param>
/// <param name="Undetermined">Verdicts that say nothing.</param>
/// <param name="Wrong">Verdicts that say what is not true.</param>
/// <param name="Keepers">Of how many networks some layer is said to keep the count, alone or with others.</param>
/// <param name="Open">Which verdicts say nothing and how often, as text: <c>sets 9, counted 3</c>; empty where all say something.</param>
public sealed record KnownAnswer(string Kind, bool Counts, int Networks, int Right, int Undetermined, int Wrong, int Keepers, string Open);
