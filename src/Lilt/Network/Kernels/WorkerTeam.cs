using System.Runtime.ExceptionServices;

namespace Lilt.Network.Kernels;

/// <summary>A few threads that do one piece of work together many times a millisecond, and wait for each other in between.</summary>
/// <remarks>
/// For one tune alone: a step has a handful of products of a tenth of a millisecond each, too short for a thread pool.
/// A waiting thread looks again and again for some tens of microseconds, as long as a product takes, then spins and yields, so
/// an idle team costs little. Parts are taken, not dealt out: where a busy machine does not let a worker run, the caller does that
/// worker's part instead of waiting for its turn at a processor, some milliseconds at every product.
/// </remarks>
internal sealed class WorkerTeam : IDisposable
{
    private const int PartBits = 16;

    private static readonly int BusyLooks = Environment.ProcessorCount > 1 ? 2000 : 0;
    private readonly Thread[] threads;
    private Action<int> work = _ => { };

    // The round, and in its low bits the first part of it that nobody has taken: one number, so that nobody takes a part of a round that
    // is over.
    private long next;
    private volatile bool stopped;
    private volatile Exception? fault;
    private int unfinished;

    /// <param name="size">Threads, the caller's included; at least 1.</param>
    public WorkerTeam(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(size, 1 << PartBits);
        threads = new Thread[size - 1];
        next = size;
        try
        {
            for (int n = 0; n < threads.Length; n++)
            {
                Thread thread = new(Follow) { IsBackground = true, Name = "Lilt worker" };
                thread.Start();
                threads[n] = thread;
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Threads, the caller's included.</summary>
    public int Size => threads.Length + 1;

    /// <summary>
    /// Calls <paramref name="action"/> with 0 to <see cref="Size"/> − 1, each once, on whichever thread of the team comes to it first, the
    /// caller among them, and waits for all.
    /// </summary>
    /// <remarks>What an action throws is thrown here once all have ended; of several one.</remarks>
    public void Run(Action<int> action)
    {
        work = action;
        fault = null;
        Volatile.Write(ref unfinished, Size);
        long round = (Volatile.Read(ref next) >> PartBits) + 1;
        Volatile.Write(ref next, round << PartBits);
        while (TryTake(out int part))
        {
            Do(part);
        }

        SpinWait wait = default;
        for (int looks = 0; Volatile.Read(ref unfinished) > 0; looks++)
        {
            Wait(ref wait, looks, sleep1Threshold: -1);
        }

        if (fault is { } exception)
        {
            ExceptionDispatchInfo.Throw(exception);
        }
    }

    public void Dispose()
    {
        stopped = true;
        foreach (Thread? thread in threads)
        {
            thread?.Join();
        }
    }

    private void Follow()
    {
        SpinWait wait = default;
        for (int looks = 0; !stopped; looks++)
        {
            if (TryTake(out int part))
            {
                Do(part);
                wait = default;
                looks = 0;
            }
            else
            {
                // After some milliseconds of nothing, asleep between looks.
                Wait(ref wait, looks, sleep1Threshold: 2000);
            }
        }
    }

    private bool TryTake(out int part)
    {
        while (true)
        {
            long seen = Volatile.Read(ref next);
            part = (int)(seen & ((1 << PartBits) - 1));
            if (part >= Size)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref next, seen + 1, seen) == seen)
            {
                return true;
            }
        }
    }

    // Whoever has taken a part holds the round open, so that the work is still that of the round.
    private void Do(int part)
    {
        try
        {
            work(part);
        }
        catch (Exception e)
        {
            fault = e;
        }

        Interlocked.Decrement(ref unfinished);
    }

    private static void Wait(ref SpinWait wait, int looks, int sleep1Threshold)
    {
        if (looks < BusyLooks)
        {
            Thread.SpinWait(1);
        }
        else
        {
            wait.SpinOnce(sleep1Threshold);
        }
    }
}
