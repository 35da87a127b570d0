namespace Lilt.Assessment;

/// <summary>What a figure of an assessment counts.</summary>
public enum FigureUnit
{
    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>Semitones.</summary>
    Semitones,

    /// <summary>Measures.</summary>
    Measures,

    /// <summary>Notes.</summary>
    Notes,

    /// <summary>folk-rnn's tokens.</summary>
    Tokens,

    /// <summary>Bits, 0 to 1.</summary>
    Bits,

    /// <summary>A normalised edit distance, 0 to 1.</summary>
    Distance,
}
