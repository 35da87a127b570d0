namespace Lilt.Studies.Control;

/// <summary>What a control says of a claim.</summary>
public enum ControlVerdict
{
    /// <summary>Neither.</summary>
    LeftOpen,

    /// <summary>It holds here.</summary>
    Confirmed,

    /// <summary>It does not hold here.</summary>
    Contradicted,
}
