namespace Lilt.Notation;

/// <summary>How a tune was written.</summary>
public enum TuneFormat
{
    /// <summary>ABC 2.1.</summary>
    Abc,

    /// <summary>folk-rnn's tokens with a tonic in the key and accidentals as in ABC (v2, Swedish).</summary>
    Tokens,

    /// <summary>folk-rnn v3's tokens: the key names its mode alone, every accidental is written.</summary>
    TokensV3,
}
