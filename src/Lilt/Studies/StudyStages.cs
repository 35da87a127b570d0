namespace Lilt.Studies;

/// <summary>Says how far a study is, and where.</summary>
/// <param name="progress">Told how much is done, from 0 to 1, and what is being done; null for nobody.</param>
/// <param name="cancellation">Ends the study where a stage begins.</param>
internal sealed class StudyStages(Action<double, string>? progress, CancellationToken cancellation)
{
    private readonly object gate = new();
    private string what = string.Empty;

    /// <summary>How much is done, from 0 to 1.</summary>
    public double Done { get; private set; }

    /// <summary>A stage begins.</summary>
    public void Begin(string of, double share)
    {
        cancellation.ThrowIfCancellationRequested();
        what = of;
        Report(share);
    }

    /// <summary>So much is done.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="of">What is being done; null for what the stage is called.</param>
    public void Report(double share, string? of = null)
    {
        lock (gate)
        {
            Done = share;
            progress?.Invoke(share, of ?? what);
        }
    }
}
