using Lilt.Studio.Serving;
using Microsoft.Data.Sqlite;

namespace Lilt.Studio.Sessions;

/// <summary>What the store's file refuses, as a sentence: its disk is full, it may not be written any more, or another holds it.</summary>
internal static class StoreRefusal
{
    // SQLite's numbers, and the system's for a file that is made beside the store.
    private const int Busy = 5;
    private const int Full = 13;
    private const int ReadOnly = 8;
    private const int DiskFault = 10;
    private const int NoRoom = 28;

    /// <summary>The sentence for what was thrown; null where it is something else.</summary>
    public static StudioException? Of(Exception thrown) =>
        thrown switch
        {
            SqliteException { SqliteErrorCode: Full } or IOException { HResult: NoRoom } => Because(
                "There is no room left on the disk that keeps the sessions",
                "make some, and ask again"
            ),
            SqliteException { SqliteErrorCode: ReadOnly } => Because(
                "The file that keeps the sessions may not be written any more",
                "see its permissions and its disk, and ask again"
            ),
            SqliteException { SqliteErrorCode: DiskFault } => Because(
                "The disk that keeps the sessions reports a fault",
                "copy what is on it, and start the studio with --data elsewhere"
            ),
            SqliteException { SqliteErrorCode: Busy } => Because(
                "Another program has held the file that keeps the sessions for 10 seconds",
                "see whether another studio on the same data stands still, and ask again"
            ),
            _ => null,
        };

    private static StudioException Because(string what, string todo) =>
        new(StatusCodes.Status409Conflict, $"{what}, so that this was not kept: {todo}. What was kept before is safe.");
}
