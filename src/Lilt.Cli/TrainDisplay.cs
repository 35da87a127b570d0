using System.Globalization;
using Lilt.Training;

namespace Lilt.Cli;

/// <summary>Shows a run as it goes: one line an epoch, and on a terminal one line that is written over for the present epoch.</summary>
internal sealed class TrainDisplay(TextWriter error)
{
    private int shown;

    /// <summary>Shows where the run stands.</summary>
    public void Show(TrainingStatus status)
    {
        if (status.Last is { } last && last.Epoch > shown)
        {
            shown = last.Epoch;
            error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"epoch {last.Epoch}: training {last.TrainingLoss:F4}, validation {last.ValidationLoss:F4}, averaged {last.AveragedValidationLoss:F4} nats a token, rate {last.LearningRate:G3}, norm {last.LargestNorm:G3}, {last.TokensPerSecond:F0} tokens a second, {last.Seconds:F0} s"));
        }
        else if (status.Batch % 10 == 0)
        {
            error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  epoch {status.Epoch}, batch {status.Batch} of {status.Batches}: {status.Loss:F4} nats a token, rate {status.LearningRate:G3}, {status.TokensPerSecond:F0} tokens a second, {status.SecondsLeft / 60:F0} min left"));
        }
    }
}
