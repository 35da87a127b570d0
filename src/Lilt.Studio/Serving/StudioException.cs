using Lilt.Studio.Models;

namespace Lilt.Studio.Serving;

/// <summary>A request cannot be done: the status, and a sentence that says what happened and what to do.</summary>
internal sealed class StudioException(int status, string message, IReadOnlyList<FaultView>? faults = null) : Exception(message)
{
    /// <summary>HTTP's status, 400 to 499.</summary>
    public int Status => status;

    /// <summary>Where a typed text cannot be read; null where it is none.</summary>
    public IReadOnlyList<FaultView>? Faults => faults;

    /// <summary>The titles of the tunes of a typed text, of which one has to be chosen; empty where none has.</summary>
    public IReadOnlyList<string> Tunes { get; init; } = [];

    /// <summary>Which operation of a plan, from 0, cannot be done; null where it is none.</summary>
    public int? Operation { get; init; }

    public static StudioException Bad(string message) => new(StatusCodes.Status400BadRequest, message);

    public static StudioException NotFound(string what) =>
        new(StatusCodes.Status404NotFound, $"There is no such {what}: it was deleted, or the address is wrong.");

    public static StudioException NoRun() =>
        new(StatusCodes.Status404NotFound, "There is no such run: it ended long ago, or the studio was started again since.");

    public static StudioException Unreadable(string message) => new(StatusCodes.Status422UnprocessableEntity, message);
}
