namespace Lilt.Studio.Effects;

/// <summary>How far an effect is.</summary>
public enum EffectState
{
    /// <summary>Its tunes are being written, or wait for those of another; the figures are provisional.</summary>
    UnderWay,

    /// <summary>All of its tunes were written.</summary>
    Done,

    /// <summary>Somebody stopped it: the figures are those of the tunes that were written until then.</summary>
    Stopped,

    /// <summary>It ended early; <see cref="EffectView.Problem"/> says why.</summary>
    Failed,
}
