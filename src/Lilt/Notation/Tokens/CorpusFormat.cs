namespace Lilt.Notation.Tokens;

/// <summary>folk-rnn's formats of a training corpus.</summary>
public enum CorpusFormat
{
    /// <summary>Two header lines, one line of tokens, a blank line; in C; accidentals by the signature; no ties.</summary>
    V2,

    /// <summary>
    /// One tune a line; the key names its mode; every accidental written as a sharp or a natural; in C and again in C sharp.
    /// </summary>
    V3,
}
