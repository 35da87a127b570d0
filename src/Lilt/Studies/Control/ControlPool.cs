namespace Lilt.Studies.Control;

/// <summary>Which units random sets are drawn from.</summary>
public enum ControlPool
{
    /// <summary>
    /// All units of the layer, the target's own among them as chance has it. If the target was itself drawn at random, it is one
    /// of K + 1 draws that nothing tells apart, so p is valid exactly.
    /// </summary>
    Layer,

    /// <summary>
    /// The layer's units outside the target. Sets that are large beside the layer then overlap each other but never the target, so
    /// the target is no longer one draw among equals and p is too small too often: docs/control.md gives the figures.
    /// </summary>
    Others,
}
