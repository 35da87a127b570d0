using Lilt.Studio.Following;
using Microsoft.Data.Sqlite;

namespace Lilt.Studio.Sessions;

/// <summary>Tells pages that another studio on the same data changed something; while nobody listens the file is not asked.</summary>
internal sealed class StoreWatch(StudioPauses pauses, StoreFile file, EventHub hub) : BackgroundService
{
    // Without pauses it would do nothing else.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(pauses.Elsewhere > Shortest ? pauses.Elsewhere : Shortest);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (hub.IsHeard && IsChanged())
            {
                hub.Tell(new StudioEvent("elsewhere", null, new ElsewhereEvent()));
            }
        }
    }

    private bool IsChanged()
    {
        try
        {
            return file.IsChangedElsewhere();
        }
        catch (SqliteException)
        {
            // A disk with a fault is told of by whoever asks for something that is on it.
            return false;
        }
    }
}
