using System.Runtime.ExceptionServices;

namespace Lilt.Network.Kernels;

/// <summary>A few threads that do one piece of work together many times a millisecond, and wait for each other in between.</summary>
/// <remarks>
/// For one tune alone: a step has a handful of products of a tenth of a millisecond each, too short for a thread pool.
/// A waiting thread looks again and again for some tens of microseconds, as long as a product takes, then spins and yields, so
/// an idle team costs little.
/// </remarks>
internal sealed class WorkerTeam : IDisposable
{
    private static readonly int BusyLooks = Environment.ProcessorCount > 1 ? 2000 : 0;
    private readonly Thread[] threads;
    private Action<int> work = _ => { };
    private volatile int round;
    private volatile bool stopped;
    private volatile Exception? fault;
    private int unfinished;

    /// <param name="size">Threads, the caller's included; at least 1.</param>
    public WorkerTeam(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        threads = new Thread[size - 1];
        try
        {
            for (int n = 0; n < threads.Length; n++)
            {
                int worker = n + 1;
                Thread thread = new(() => Follow(worker)) { IsBackground = true, Name = "Lilt worker" };
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

    /// <summary>Calls <paramref name="action"/> with 0 to <see cref="Size"/> − 1, each on a thread of its own, and waits for all.</summary>
    /// <remarks>What an action throws is thrown here once all have ended: the caller's own before a worker's.</remarks>
    public void Run(Action<int> action)
    {
        if (threads.Length > 0)
        {
            work = action;
            fault = null;
            Volatile.Write(ref unfinished, threads.Length);
            round++;
        }

        try
        {
            action(0);
        }
        finally
        {
            // Whatever came of the caller's own part, nobody may still be at work when it goes on.
            SpinWait wait = default;
            for (int looks = 0; Volatile.Read(ref unfinished) > 0; looks++)
            {
                Wait(ref wait, looks, sleep1Threshold: -1);
            }
        }

        if (fault is { } exception)
        {
            ExceptionDispatchInfo.Throw(exception);
        }
    }

    public void Dispose()
    {
        stopped = true;
        round++;
        foreach (Thread? thread in threads)
        {
            thread?.Join();
        }
    }

    private void Follow(int worker)
    {
        int seen = 0;
        while (true)
        {
            SpinWait wait = default;
            for (int looks = 0; round == seen; looks++)
            {
                // After some milliseconds of nothing, asleep between looks.
                Wait(ref wait, looks, sleep1Threshold: 2000);
            }

            seen++;
            if (stopped)
            {
                return;
            }

            try
            {
                work(worker);
            }
            catch (Exception e)
            {
                fault = e;
            }

            Interlocked.Decrement(ref unfinished);
        }
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
