namespace Lilt.Studies.Causes.Known;

/// <summary>What the study said of one network of known answer.</summary>
/// <param name="Kind">What was planted, as <c>lilt plant --list</c> has it.</param>
/// <param name="Keeper">The layer that keeps the count, from 1, the first of two; 0 where nothing is counted.</param>
/// <param name="Direction">What the keeper's state says: <c>togo</c>, <c>gone</c>; <c>none</c> where nothing is counted.</param>
/// <param name="Build">The network's seed, and the study's.</param>
/// <param name="Keeps">A letter a layer, layer 1 first: s supported, c contradicted, u undetermined.</param>
/// <param name="Sets">The same of what sets the count.</param>
/// <param name="HandsOn">The same of what hands it on.</param>
/// <param name="Together">How many layers are said to keep the count together with others.</param>
/// <param name="Counted">What is said to be counted: <c>durations</c>, <c>tokens</c>, <c>undetermined</c>.</param>
/// <param name="Right">How many of these verdicts, what is counted among them, say what is true.</param>
/// <param name="Undetermined">How many say nothing.</param>
/// <param name="Wrong">How many say what is not true.</param>
internal sealed record KnownNetwork(
    string Kind,
    int Keeper,
    string Direction,
    uint Build,
    string Keeps,
    string Sets,
    string HandsOn,
    int Together,
    string Counted,
    int Right,
    int Undetermined,
    int Wrong
)
{
    /// <summary>Whether a count was planted.</summary>
    public bool Counts => Keeper > 0;

    /// <summary>Whether some layer is said to keep the count, alone or with others.</summary>
    public bool HasKeeper => Keeps.Contains('s', StringComparison.Ordinal) || Together > 0;
}
