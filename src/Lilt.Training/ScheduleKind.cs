namespace Lilt.Training;

/// <summary>How the learning rate runs.</summary>
public enum ScheduleKind
{
    /// <summary>The same throughout.</summary>
    Constant,

    /// <summary>Rises in a line over the warm-up, then falls on half a cosine to the final share at the last update.</summary>
    Cosine,

    /// <summary>Multiplied by the decay after every epoch past <see cref="TrainingConfig.DecayAfterEpoch"/>.</summary>
    StepDecay,

    /// <summary>folk-rnn as it ran: the decay is printed and never applied, so the rate is constant.</summary>
    FolkRnnAsRun,

    /// <summary>folk-rnn as it printed: the decay applied, first after the epoch with 0-based number decayAfterEpoch + 1.</summary>
    FolkRnnAsPrinted,
}
