namespace Lilt.Generation;

/// <summary>
/// Hands requests to workers and their tunes, in order, to the one who reads them. Workers run ahead of the reader by no
/// more than a window of tunes, so memory is bounded.
/// </summary>
internal sealed class TuneQueue(IEnumerator<TuneRequest> requests, int window)
{
    private readonly object gate = new();
    private readonly Dictionary<int, GeneratedTune> whole = [];
    private int claimed;
    private int read;
    private bool isDrained;
    private Exception? fault;

    /// <summary>Takes the next request; false when none is left or, for now, the reader is a window behind.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="place">Its place in the order.</param>
    /// <param name="mayWait">Whether to wait for the reader, as a worker with nothing under way does.</param>
    public bool TryClaim(out TuneRequest request, out int place, bool mayWait)
    {
        lock (gate)
        {
            while (mayWait && !isDrained && claimed - read >= window)
            {
                Monitor.Wait(gate);
            }

            request = null!;
            place = claimed;
            if (isDrained || claimed - read >= window)
            {
                return false;
            }

            if (!requests.MoveNext())
            {
                isDrained = true;
                Monitor.PulseAll(gate);
                return false;
            }

            request = requests.Current;
            claimed++;
            return true;
        }
    }

    /// <summary>The tune of a claimed place is whole.</summary>
    public void Complete(int place, GeneratedTune tune)
    {
        lock (gate)
        {
            whole.Add(place, tune);
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Ends the run: nothing more is handed out, and the reader gets <paramref name="exception"/>.</summary>
    public void Fail(Exception exception)
    {
        lock (gate)
        {
            fault ??= exception;
            isDrained = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits for the next tune in order; false after the last.</summary>
    public bool TryRead(out GeneratedTune tune)
    {
        lock (gate)
        {
            while (true)
            {
                if (fault is not null)
                {
                    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
                }

                if (whole.Remove(read, out tune!))
                {
                    read++;
                    Monitor.PulseAll(gate);
                    return true;
                }

                if (isDrained && read == claimed)
                {
                    return false;
                }

                Monitor.Wait(gate);
            }
        }
    }
}
