using Lilt.Randomness;
using Lilt.Rewriting;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Rewriting;

/// <summary>Asks a network to write some of a tune again.</summary>
/// <param name="Kind">What of it.</param>
/// <param name="From">The first measure that is written, from 1, as <c>lilt count</c> counts those with notes; of no matter for another ending
/// and for octaves.</param>
/// <param name="To">The last one; for bars alone.</param>
/// <param name="Length">How many measures the section has that an ending closes, 1 to 64.</param>
/// <param name="Locks">What of the bars stays, up to 200.</param>
/// <param name="Range">The name of an instrument, or two notes in ABC, such as D-b; null for any notes.</param>
/// <param name="Semitones">How much higher than its tokens the tune is shown and played, −24 to 24: the range is of what sounds.</param>
/// <param name="Offers">How many different ways, 1 to 8.</param>
/// <param name="Candidates">Ways drawn of which the offers are taken, 1 to 1024; up to four times as many where few lead on well.</param>
/// <param name="Temperature">0.01 to 100.</param>
public sealed record RewriteRequest(
    RewriteKind Kind,
    int From = 1,
    int To = 1,
    int Length = 8,
    IReadOnlyList<NoteLock>? Locks = null,
    string? Range = null,
    int Semitones = 0,
    int Offers = 4,
    int Candidates = 256,
    double Temperature = 1
)
{
    /// <summary>Of all random numbers.</summary>
    public Seed Seed { get; init; } = WriteRequest.DefaultSeed;

    /// <summary>How it is asked for in the library.</summary>
    internal RewriteOptions Options =>
        new()
        {
            Seed = Seed,
            Candidates = Candidates,
            MostCandidates = 4 * Candidates,
            Offers = Offers,
            Temperature = (float)Temperature,
        };
}
