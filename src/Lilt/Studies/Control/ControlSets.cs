namespace Lilt.Studies.Control;

/// <summary>The random sets of a layer, and how well they match the target.</summary>
public sealed record ControlSets
{
    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary>The random sets' units, [K][n], each ascending.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Sets { get; init; }

    /// <summary>How many of the target's units lie in each bin, the weakest bin first; one bin where nothing is matched.</summary>
    public required IReadOnlyList<int> TargetCounts { get; init; }

    /// <summary>How many units each set has in each bin: the target's, but for those that a bin was too small for.</summary>
    public required IReadOnlyList<int> DrawnCounts { get; init; }

    /// <summary>Units of each set that had to be taken from a neighbouring bin; 0 when drawn from the whole layer.</summary>
    public required int Spilled { get; init; }

    /// <summary>The mean strength of the target's units (<see cref="UnitStrength"/>).</summary>
    public required double TargetStrength { get; init; }

    /// <summary>The mean strength of the sets' units.</summary>
    public required double RandomStrength { get; init; }

    /// <summary>The mean share of a set's units that are the target's too.</summary>
    public required double Overlap { get; init; }
}
