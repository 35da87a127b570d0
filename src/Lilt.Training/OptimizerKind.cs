namespace Lilt.Training;

/// <summary>The optimisers.</summary>
public enum OptimizerKind
{
    /// <summary>RMSprop as Lasagne does it.</summary>
    RmsProp,

    /// <summary>Adam; no weight decay.</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay of the matrices.</summary>
    AdamW,
}
