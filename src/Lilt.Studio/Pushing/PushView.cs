namespace Lilt.Studio.Pushing;

/// <summary>What pushing the clock did to a tune: read again with its own tokens, and written on with the same random numbers.</summary>
/// <remarks>B is the logarithm of the probability of any measure token, nats.</remarks>
public sealed record PushView
{
    /// <summary>The tune whose clock was pushed.</summary>
    public required string Tune { get; init; }

    /// <summary>The layers that were given another state, from 1.</summary>
    public required IReadOnlyList<int> Layers { get; init; }

    /// <summary>k, eighths: the donor's d less the target's.</summary>
    public required double By { get; init; }

    /// <summary>After which step.</summary>
    public required int Step { get; init; }

    /// <summary>The measure of that step, from 1, as the tune's verdicts are numbered.</summary>
    public required int? Measure { get; init; }

    /// <summary>d of that step, eighths.</summary>
    public required double Distance { get; init; }

    /// <summary>M, eighths.</summary>
    public required double Full { get; init; }

    /// <summary>Where the state was taken from.</summary>
    public required DonorView Donor { get; init; }

    /// <summary>The tune's own bar.</summary>
    public required BoundaryView Own { get; init; }

    /// <summary>Where the bar is due if all of the clock was pushed; null where k is not over 0, or no bar could stand just there.</summary>
    public required BoundaryView? Moved { get; init; }

    /// <summary>
    /// Whether the bar of the tune read again did as pushing all of the clock would have it: due where it is moved to, no longer at its own
    /// place where it was put back, still there after a sham. Null where that cannot be told.
    /// </summary>
    public required bool? IsDue { get; init; }

    /// <summary>How long the measure became in the tune that was written on, eighths; null where no bar ends it, or nothing was
    /// written.</summary>
    public required double? Length { get; init; }

    /// <summary>Whether that is M − k; null where nothing was written.</summary>
    public required bool? Came { get; init; }

    /// <summary>The first step of what follows.</summary>
    public required int From { get; init; }

    /// <summary>The tune's own tokens from there on.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>B of the tune as it was at the same steps; null where the probability is 0.</summary>
    public required IReadOnlyList<double?> Untouched { get; init; }

    /// <summary>B of the same tokens read under the push at the same steps.</summary>
    public required IReadOnlyList<double?> Pushed { get; init; }

    /// <summary>The command line that reads the tune again under the push; the one that writes on is the pushed tune's own.</summary>
    public required string Command { get; init; }
}
