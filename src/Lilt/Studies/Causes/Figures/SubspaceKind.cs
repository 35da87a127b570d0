namespace Lilt.Studies.Causes.Figures;

/// <summary>How directions were found.</summary>
public enum SubspaceKind
{
    /// <summary>All of the layer.</summary>
    WholeLayer,

    /// <summary>The means of the states by their place in the measure.</summary>
    ClassMeans,

    /// <summary>By gradient: those along which an interchange moves the bar as far as the donor's count says.</summary>
    Gradient,

    /// <summary>At random.</summary>
    Random,

    /// <summary>At random, and moved along as far as along those found by gradient.</summary>
    RandomAsLong,

    /// <summary>At random, each number weighed by the share of its variance that goes with the place, as those by gradient begin.</summary>
    RandomWithPlace,

    /// <summary>By gradient, with the donors' places shuffled.</summary>
    ShuffledClock,
}
