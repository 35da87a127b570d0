namespace Lilt.Studies.Control;

/// <summary>Who writes the tokens that a network reads.</summary>
public enum ControlLoop
{
    /// <summary>The baseline: its tunes are fed to the network.</summary>
    Open,

    /// <summary>The network itself.</summary>
    Closed,
}
