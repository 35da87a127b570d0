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

    /// <summary>How many units of the layer the smallest bin holds: few leave little to draw from.</summary>
    public required int SmallestBin { get; init; }

    /// <summary>The strength of every unit of the layer (<see cref="UnitStrength"/>), [H].</summary>
    public required IReadOnlyList<double> Strengths { get; init; }

    /// <summary>The bin of every unit of the layer, from 0, the weakest first, [H].</summary>
    public required IReadOnlyList<int> Bins { get; init; }

    /// <summary>The mean share of a set's units that are the target's too.</summary>
    public required double Overlap { get; init; }
}
