using System.Globalization;
using System.Text;
using Lilt.Files;

namespace Lilt.Training;

/// <summary>The epochs of a run as CSV.</summary>
internal static class TrainingLog
{
    /// <summary>The whole log, one line an epoch; what there is none of is empty.</summary>
    public static string Csv(IEnumerable<EpochRecord> epochs)
    {
        StringBuilder text = new();
        CsvRow.Append(
            text,
            [
                "epoch",
                "updates",
                "learning_rate",
                "training_nats_per_token",
                "training_nats_per_tune",
                "validation_nats_per_token",
                "validation_nats_per_tune",
                "averaged_validation_nats_per_token",
                "largest_norm",
                "tokens_per_second",
                "seconds",
            ]
        );
        foreach (EpochRecord epoch in epochs)
        {
            CsvRow.Append(
                text,
                [
                    Number(epoch.Epoch),
                    Number(epoch.Updates),
                    Number(epoch.LearningRate),
                    Number(epoch.TrainingLoss),
                    Number(epoch.TrainingLossPerTune),
                    Number(epoch.ValidationLoss),
                    Number(epoch.ValidationLossPerTune),
                    Number(epoch.AveragedValidationLoss),
                    Number(epoch.LargestNorm),
                    Number(epoch.TokensPerSecond, "F0"),
                    Number(epoch.Seconds, "F1"),
                ]
            );
        }

        return text.ToString();
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value, string format = "R") =>
        double.IsNaN(value) ? string.Empty : value.ToString(format, CultureInfo.InvariantCulture);
}
