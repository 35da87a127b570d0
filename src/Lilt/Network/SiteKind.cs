namespace Lilt.Network;

/// <summary>What can be seen and changed at every step, in the order in which a step makes it.</summary>
public enum SiteKind
{
    /// <summary>x, the mixture of tokens that layer 1 reads, [V].</summary>
    Input,

    /// <summary>i, in (0, 1), [H].</summary>
    InputGate,

    /// <summary>f, in (0, 1), [H].</summary>
    ForgetGate,

    /// <summary>g, in (−1, 1), [H].</summary>
    Candidate,

    /// <summary>o, in (0, 1), [H].</summary>
    OutputGate,

    /// <summary>c, unbounded, [H].</summary>
    Cell,

    /// <summary>h, in (−1, 1), [H].</summary>
    Hidden,

    /// <summary>z, before the temperature, [V].</summary>
    Logits,

    /// <summary>p, after the temperature, sums to 1, [V].</summary>
    Posterior,
}
