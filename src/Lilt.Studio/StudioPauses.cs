namespace Lilt.Studio;

/// <summary>
/// How long the studio gathers what happens before it tells it, and waits before it tidies up. What is told is the same whatever they are,
/// in fewer or in more events.
/// </summary>
public sealed record StudioPauses
{
    /// <summary>Tokens that are drawn within this time go out together. Default 15 ms.</summary>
    public TimeSpan Tokens { get; init; } = TimeSpan.FromMilliseconds(15);

    /// <summary>
    /// How often a search tells what it has found so far, so that a page shows how far it is and is not busy with showing it. Default 100
    /// ms.
    /// </summary>
    public TimeSpan Matches { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often an effect tells what it has found so far. Default 500 ms.</summary>
    public TimeSpan Effects { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often the studio looks whether another one on the same data changed something, while a page is open. Default 1 s.</summary>
    public TimeSpan Elsewhere { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Nothing was asked for so long: what is not used any more is given back to the system. Default 10 s.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The same, all of them so many times as long.</summary>
    /// <param name="times">0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public StudioPauses Times(double times)
    {
        if (!(times >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(times), times, "A pause is not negative.");
        }

        return this with
        {
            Tokens = Tokens * times,
            Matches = Matches * times,
            Effects = Effects * times,
            Elsewhere = Elsewhere * times,
            Idle = Idle * times,
        };
    }
}
