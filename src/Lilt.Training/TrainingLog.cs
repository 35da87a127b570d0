using System.Globalization;
using System.Text;

namespace Lilt.Training;

/// <summary>The epochs of a run as CSV.</summary>
internal static class TrainingLog
{
    /// <summary>The whole log, one line an epoch; what there is none of is empty.</summary>
    public static string Csv(IEnumerable<EpochRecord> epochs)
    {
        StringBuilder text = new();
        text.Append("epoch,updates,learning_rate,training_nats_per_token,training_nats_per_tune,validation_nats_per_token,");
        text.Append("validation_nats_per_tune,averaged_validation_nats_per_token,largest_norm,tokens_per_second,seconds\n");
        foreach (EpochRecord epoch in epochs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{epoch.Epoch},{epoch.Updates},{Number(epoch.LearningRate)},{Number(epoch.TrainingLoss)},");
            text.Append(CultureInfo.InvariantCulture, $"{Number(epoch.TrainingLossPerTune)},{Number(epoch.ValidationLoss)},{Number(epoch.ValidationLossPerTune)},");
            text.Append(CultureInfo.InvariantCulture, $"{Number(epoch.AveragedValidationLoss)},{Number(epoch.LargestNorm)},{epoch.TokensPerSecond:F0},{epoch.Seconds:F1}\n");
        }

        return text.ToString();
    }

    private static string Number(double value) => double.IsNaN(value) ? string.Empty : value.ToString("R", CultureInfo.InvariantCulture);
}
