namespace Lilt.Training;

/// <summary>The learning rate of each update.</summary>
internal static class LearningRateSchedule
{
    /// <summary>The rate of an update.</summary>
    /// <param name="config">The recipe.</param>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="update">The update, from 0, over the whole run.</param>
    /// <param name="updates">All updates of the run.</param>
    public static double Rate(TrainingConfig config, int epoch, long update, long updates) =>
        config.LearningRate
        * config.Schedule switch
        {
            ScheduleKind.Cosine => Cosine(config, update, updates),
            ScheduleKind.StepDecay => Math.Pow(config.Decay, Math.Max(0, epoch + 1 - config.DecayAfterEpoch)),

            // The decay is applied at the end of an epoch whose 0-based number is greater, so the next is the first to feel it.
            ScheduleKind.FolkRnnAsPrinted => Math.Pow(config.Decay, Math.Max(0, epoch - 1 - config.DecayAfterEpoch)),
            _ => 1.0,
        };

    private static double Cosine(TrainingConfig config, long update, long updates)
    {
        double warmup = config.WarmupShare * updates;
        if (update < warmup)
        {
            return (update + 1) / (warmup + 1);
        }

        double through = updates - 1 > warmup ? (update - warmup) / (updates - 1 - warmup) : 1.0;
        return config.FinalShare + ((1.0 - config.FinalShare) * 0.5 * (1.0 + Math.Cos(Math.PI * through)));
    }
}
