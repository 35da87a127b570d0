namespace Lilt.Studies.Control;

/// <summary>The parts of a control, in order.</summary>
public enum ControlStage
{
    /// <summary>The uncut network writes its tunes.</summary>
    Baseline,

    /// <summary>Every network writes tunes of its own.</summary>
    ClosedLoop,

    /// <summary>The uncut network's tunes are fed to every network.</summary>
    OpenLoop,
}
