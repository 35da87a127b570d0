namespace Lilt.Generation;

/// <summary>Which random numbers draw which token.</summary>
public enum DrawMode
{
    /// <summary>
    /// Tune n, from 0, has a generator of its own, seeded by seed + n, and no draw is made for prime tokens: any tune can be made alone.
    /// </summary>
    Independent,

    /// <summary>One generator runs on from tune to tune, no draw for prime tokens, as folk-rnn's samplers do.</summary>
    Stream,

    /// <summary>
    /// As folkrnn.org's server: tune n is seeded by seed + n and one draw is made at every step, thrown away where the
    /// prime gives the token.
    /// </summary>
    Webapp,
}
