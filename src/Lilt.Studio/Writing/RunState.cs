namespace Lilt.Studio.Writing;

/// <summary>How far a run is.</summary>
public enum RunState
{
    /// <summary>It writes, or waits for those before it.</summary>
    UnderWay,

    /// <summary>It came to its end.</summary>
    Done,

    /// <summary>It ended early: <see cref="RunView.Problem"/> says why.</summary>
    Failed,
}
