namespace Lilt.Training;

/// <summary>What one epoch gave. Losses are nats, the end token counted and the start token not.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Updates">Updates since the run's start.</param>
/// <param name="LearningRate">The rate of the epoch's last update.</param>
/// <param name="TrainingLoss">Nats a token over the epoch's batches, with dropout, each before its update.</param>
/// <param name="TrainingLossPerTune">The same summed over a tune, the mean over tunes.</param>
/// <param name="ValidationLoss">Nats a token of the validation tunes; NaN without any.</param>
/// <param name="ValidationLossPerTune">The same summed over a tune, the mean over tunes.</param>
/// <param name="AveragedValidationLoss">Nats a token of the validation tunes with the averaged weights; NaN without an average.</param>
/// <param name="LargestNorm">The largest gradient norm before clipping.</param>
/// <param name="TokensPerSecond">Training tokens a second, validation apart.</param>
/// <param name="Seconds">Time spent on the run until the epoch's end, in all its sessions.</param>
public sealed record EpochRecord(
    int Epoch,
    long Updates,
    double LearningRate,
    double TrainingLoss,
    double TrainingLossPerTune,
    double ValidationLoss,
    double ValidationLossPerTune,
    double AveragedValidationLoss,
    double LargestNorm,
    double TokensPerSecond,
    double Seconds
)
{
    /// <summary>The smaller of the two validation losses; the training loss where there is no validation.</summary>
    public double Score =>
        double.IsNaN(ValidationLoss) ? TrainingLoss
        : AveragedValidationLoss < ValidationLoss ? AveragedValidationLoss
        : ValidationLoss;

    /// <summary>Whether <see cref="Score"/> is the averaged weights'.</summary>
    public bool AverageIsBetter => AveragedValidationLoss < ValidationLoss;
}
