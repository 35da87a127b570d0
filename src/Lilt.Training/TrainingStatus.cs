namespace Lilt.Training;

/// <summary>Where a run stands, for a display.</summary>
/// <param name="Epoch">The present epoch, from 1.</param>
/// <param name="Epochs">All epochs of the recipe.</param>
/// <param name="Batch">Batches of the present epoch done.</param>
/// <param name="Batches">Batches of an epoch.</param>
/// <param name="Loss">Nats a token over the present epoch's batches.</param>
/// <param name="LearningRate">The rate of the last update.</param>
/// <param name="TokensPerSecond">Over the present epoch.</param>
/// <param name="SecondsLeft">At the present epoch's rate, validation not counted.</param>
/// <param name="Last">The last whole epoch; null before the first has ended.</param>
public sealed record TrainingStatus(
    int Epoch,
    int Epochs,
    int Batch,
    int Batches,
    double Loss,
    double LearningRate,
    double TokensPerSecond,
    double SecondsLeft,
    EpochRecord? Last
);
