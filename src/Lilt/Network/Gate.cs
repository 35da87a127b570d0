namespace Lilt.Network;

/// <summary>The four gates of an LSTM layer, in the order in which Lilt keeps them: i, f, g, o.</summary>
public enum Gate
{
    /// <summary>i, how much of the candidate is written.</summary>
    Input,

    /// <summary>f, how much of the cell is kept.</summary>
    Forget,

    /// <summary>g, the candidate.</summary>
    Candidate,

    /// <summary>o, how much of the cell is shown.</summary>
    Output,
}
