namespace Lilt.Robustness.Killed;

/// <summary>A verb whose runs are killed and gone on with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">What it is called with, in a folder of its own.</param>
/// <param name="Resumed">What it is called with to go on.</param>
/// <param name="Place">What it makes there: a file or a folder.</param>
/// <param name="Unfinished">What stands there where a killed run can be gone on with.</param>
/// <param name="FillsItsPlace">Whether its folder stands there from the beginning and is filled file by file.</param>
internal sealed record KilledVerb(
    string Name,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<string> Resumed,
    string Place,
    string Unfinished,
    bool FillsItsPlace = false
)
{
    /// <summary>Whether all of it stands in a folder, as far as can be seen from outside.</summary>
    public bool IsWhole(string folder) => !FillsItsPlace && Path.Exists(Path.Combine(folder, Place));

    /// <summary>What it is called with in a folder where it may have been begun.</summary>
    public IReadOnlyList<string> Next(string folder) => GoesOn(folder) ? Resumed : Arguments;

    /// <summary>Whether a run in a folder goes on with what stands there.</summary>
    public bool GoesOn(string folder) => Path.Exists(Path.Combine(folder, Unfinished));
}
