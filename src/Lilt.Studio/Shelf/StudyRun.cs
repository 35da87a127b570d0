using System.Threading.Channels;
using Lilt.Files;
using Lilt.Studies;
using Lilt.Studio.Serving;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Shelf;

/// <summary>A study that is made, on a thread of its own.</summary>
internal sealed class StudyRun(
    StudioOptions options,
    StudioStudies studies,
    StudyShelf shelf,
    RunningJobs jobs,
    SemaphoreSlim free,
    StudyMaker maker,
    StudyOrder order,
    string name
)
{
    // Only how far it is now is of use: what was not yet told is left out.
    private readonly Channel<ProgressEvent> progress = Channel.CreateBounded<ProgressEvent>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    /// <summary>How far it is, as it goes on; it ends with the study.</summary>
    public ChannelReader<ProgressEvent> Progress => progress.Reader;

    /// <summary>Begins.</summary>
    /// <param name="stop">Ends it.</param>
    /// <returns>The run's name, and a task that ends when the study stands on the shelf, or with what went wrong.</returns>
    /// <exception cref="StudioException">Another study is being made.</exception>
    public (string Job, Task<ShelvedStudy> Made) Start(CancellationTokenSource stop)
    {
        if (!free.Wait(0))
        {
            throw new StudioException(StatusCodes.Status429TooManyRequests, "A study is being made: wait until it is there, or stop it.");
        }

        string job;
        try
        {
            job = jobs.Begin(stop);
        }
        catch
        {
            free.Release();
            throw;
        }

        return (
            job,
            Task.Factory.StartNew(
                () => Work(job, stop.Token),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
        );
    }

    private ShelvedStudy Work(string job, CancellationToken cancellation)
    {
        try
        {
            using PlaceLock held = StudyFolder.Take(order.Folder, force: false);
            Study study = maker.Make(order, (share, stage) => progress.Writer.TryWrite(new ProgressEvent(share, stage)), cancellation);
            cancellation.ThrowIfCancellationRequested();
            StudyFolder.Write(study, held, File.Exists(studies.PageForm) ? File.ReadAllText(studies.PageForm) : null);
            return shelf.Of(name);
        }
        catch (Exception e) when (e is not (StudyRefusedException or OperationCanceledException or IOException))
        {
            if (!cancellation.IsCancellationRequested)
            {
                options.Complaints.WriteLine($"lilt serve: the study {order.Folder}: {e}");
            }

            throw;
        }
        finally
        {
            // The place is free before the last event is sent: who has read it may begin another.
            jobs.End(job);
            free.Release();
            progress.Writer.Complete();
        }
    }
}
