using System.Runtime.InteropServices;

namespace Lilt.Cli;

/// <summary>
/// Ctrl-C and the system's wish that the program end, for a verb that finishes what it writes: a whole tune, a whole checkpoint.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private const int Interrupted = 128 + 2;
    private const int Terminated = 128 + 15;

    // A job that has not ended so long after the signal is ended; a second signal ends it at once.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] registrations;
    private readonly Timer end;

    /// <summary>Listens until it is disposed of.</summary>
    public StopSignals()
    {
        end = new Timer(_ => Environment.Exit(ExitCode));
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Take),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>What a program that a signal ended says of it: 128 and the signal's number.</summary>
    public int ExitCode { get; private set; } = Interrupted;

    /// <summary>Listens no more.</summary>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
        {
            registration.Dispose();
        }

        end.Dispose();
        stop.Dispose();
    }

    private void Take(PosixSignalContext context)
    {
        if (stop.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        ExitCode = context.Signal == PosixSignal.SIGTERM ? Terminated : Interrupted;
        try
        {
            end.Change(Patience, Timeout.InfiniteTimeSpan);
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The verb has ended meanwhile, and with it the program.
        }
    }
}
