namespace Lilt.Studio.Serving;

/// <summary>
/// Gives what is not used any more back to the system: when the process takes nearly all that it may, and when nothing was asked for a
/// while. Left to itself the runtime keeps it as long as the machine has memory left.
/// </summary>
internal sealed class ProcessMemory : IDisposable
{
    private readonly long bound;
    private readonly TimeSpan pause;
    private readonly Timer idle;
    private readonly Lock gate = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long left;

    public ProcessMemory(StudioBounds bounds, StudioPauses pauses)
    {
        bound = bounds.MemoryBytes;
        pause = pauses.Idle;
        idle = new Timer(_ => Return());
    }

    /// <summary>How often it was given back.</summary>
    public int Times { get; private set; }

    /// <summary>Ends when it was given back for the first time.</summary>
    public Task First => first.Task;

    /// <summary>Whether it is time to give back.</summary>
    /// <param name="taken">Bytes that the process takes.</param>
    /// <param name="left">Bytes that it took after giving back the last time.</param>
    /// <param name="bound">Bytes that it may take.</param>
    /// <remarks>What is in use can be more than the bound, with tunes of thousands of tokens: it is not looked through at every answer.</remarks>
    public static bool IsTooMuch(long taken, long left, long bound) => taken > bound / 8 * 7 && taken > left + (bound / 16);

    /// <summary>Looks whether the process takes too much; to be called when something was done.</summary>
    public void Look()
    {
        idle.Change(pause, Timeout.InfiniteTimeSpan);
        if (IsTooMuch(Environment.WorkingSet, Volatile.Read(ref left), bound))
        {
            Return();
        }
    }

    public void Dispose() => idle.Dispose();

    private void Return()
    {
        if (!gate.TryEnter())
        {
            return;
        }

        try
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Volatile.Write(ref left, Environment.WorkingSet);
            Times++;
            first.TrySetResult();
        }
        finally
        {
            gate.Exit();
        }
    }
}
