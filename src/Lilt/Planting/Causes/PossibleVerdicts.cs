namespace Lilt.Planting.Causes;

/// <summary>The verdicts on a claim that are not wrong.</summary>
[Flags]
public enum PossibleVerdicts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>That the claim is supported.</summary>
    Supported = 1,

    /// <summary>That it is contradicted.</summary>
    Contradicted = 2,

    /// <summary>That it is undetermined.</summary>
    Undetermined = 4,
}
