namespace Lilt.Training;

/// <summary>What the loss whose gradient is taken is a mean over.</summary>
public enum LossMean
{
    /// <summary>Nats a token of the batch.</summary>
    Token,

    /// <summary>Nats summed over a tune, the mean over the batch's tunes, as folk-rnn does.</summary>
    Tune,
}
