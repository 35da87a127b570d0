using System.Collections.Concurrent;

namespace Lilt.Native;

/// <summary>
/// Work on a thread of its own, whose results the caller takes one by one, waiting for as long as it likes: between two waits it can look
/// whether it is to stop.
/// </summary>
internal sealed class Job : IDisposable
{
    private readonly BlockingCollection<object> ready;
    private readonly ConcurrentQueue<string> remarks = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Thread thread;
    private Exception? thrown;
    private (double Share, string What) progress = (0, string.Empty);

    /// <param name="ahead">Results that may wait for the caller.</param>
    /// <param name="work">The results, made as they are asked for.</param>
    public Job(int ahead, Func<Job, IEnumerable<object>> work)
    {
        ready = new BlockingCollection<object>(ahead);
        thread = new Thread(() => Run(work)) { IsBackground = true, Name = "Lilt job" };
        thread.Start();
    }

    /// <summary>Ends the work within a step.</summary>
    public CancellationToken Cancellation => stop.Token;

    /// <summary>How far it is, from 0 to 1, and what is being done.</summary>
    public (double Share, string What) Progress
    {
        get
        {
            lock (remarks)
            {
                return progress;
            }
        }
        set
        {
            lock (remarks)
            {
                progress = value;
            }
        }
    }

    /// <summary>Says something that does not end the work.</summary>
    public void Remark(string sentence) => remarks.Enqueue(sentence);

    /// <summary>The next thing that was said; null where nothing was.</summary>
    public string? NextRemark() => remarks.TryDequeue(out string? remark) ? remark : null;

    /// <summary>Ends the work; what it has made already can be taken still.</summary>
    public void Stop() => stop.Cancel();

    /// <summary>Waits for the next result.</summary>
    /// <param name="milliseconds">For how long at most.</param>
    /// <param name="result">The result.</param>
    /// <returns>Whether there is one; null where the work goes on.</returns>
    public bool? TryNext(int milliseconds, out object? result)
    {
        if (ready.TryTake(out result, milliseconds))
        {
            return true;
        }

        if (!ready.IsCompleted)
        {
            return null;
        }

        thread.Join();
        if (thrown is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
        }

        return false;
    }

    /// <summary>Stops the work and waits until it has let everything go.</summary>
    public void Dispose()
    {
        stop.Cancel();
        thread.Join();
        ready.Dispose();
        stop.Dispose();
    }

    private void Run(Func<Job, IEnumerable<object>> work)
    {
        try
        {
            foreach (object result in work(this))
            {
                ready.Add(result, stop.Token);
            }
        }
        catch (Exception e)
        {
            thrown = e;
        }
        finally
        {
            ready.CompleteAdding();
        }
    }
}
