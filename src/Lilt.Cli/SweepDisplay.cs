using System.Diagnostics;
using System.Globalization;
using Lilt.Sweeping.Work;

namespace Lilt.Cli;

/// <summary>Shows how far a sweep is.</summary>
/// <param name="display">Where.</param>
/// <param name="told">Told as well.</param>
internal sealed class SweepDisplay(ProgressDisplay display, Action<SweepProgress> told) : IProgress<SweepProgress>
{
    private readonly long began = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public void Report(SweepProgress value)
    {
        told(value);
        display.Report(
            value.Done + value.Share,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{value.Done:N0} of {value.All:N0} shards, {value.Tokens / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} tokens/s"
            )
        );
    }
}
