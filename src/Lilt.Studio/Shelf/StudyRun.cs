using Lilt.Files;
using Lilt.Studies;
using Lilt.Studio.Following;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Shelf;

/// <summary>A study that is made, on a thread of its own: it is the studio's, and goes on whether somebody listens or not.</summary>
internal sealed class StudyRun(
    StudioOptions options,
    StudioStudies studies,
    StudyShelf shelf,
    EventHub hub,
    StudyMaker maker,
    StudyOrder order,
    MakingView begun
)
{
    // How far it is is told when there is this much more of it, or something else is being done.
    private const double Told = 0.005;

    private volatile MakingView now = begun;

    /// <summary>How far it is.</summary>
    public MakingView Now => now;

    /// <summary>Makes it, and tells how far it is.</summary>
    /// <returns>Why it was not made; null where it stands on the shelf.</returns>
    public FailedEvent? Make(CancellationToken cancellation)
    {
        hub.Tell(new StudioEvent("making", null, now));
        try
        {
            using PlaceLock held = StudyFolder.Take(order.Folder, force: false);
            Study study = maker.Make(order, Tell, cancellation);
            cancellation.ThrowIfCancellationRequested();
            StudyFolder.Write(study, held, File.Exists(studies.PageForm) ? File.ReadAllText(studies.PageForm) : null);
            return null;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new FailedEvent(now.Job, "The study was stopped.", IsStopped: true);
        }
        catch (Exception e) when (e is StudyRefusedException or IOException or UnauthorizedAccessException)
        {
            return new FailedEvent(now.Job, char.ToUpperInvariant(e.Message[0]) + e.Message[1..]);
        }
        catch (Exception e)
        {
            options.Complaints.WriteLine($"lilt serve: the study {order.Folder}: {e}");
            return new FailedEvent(now.Job, "Something went wrong inside the studio while it made the study; its window says what.");
        }
    }

    /// <summary>Tells what came of it.</summary>
    public void TellEnd(FailedEvent? failed) =>
        hub.Tell(
            failed is null
                ? new StudioEvent("made", null, new MadeEvent(now.Job, shelf.Of(Path.GetFileName(order.Folder))))
                : new StudioEvent("failed", null, failed)
        );

    private void Tell(double share, string stage)
    {
        if (stage != now.Stage || share - now.Share >= Told)
        {
            now = now with { Share = share, Stage = stage };
            hub.Tell(new StudioEvent("making", null, now));
        }
    }
}
