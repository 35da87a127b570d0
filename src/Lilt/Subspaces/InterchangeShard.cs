using Lilt.Gradients;

namespace Lilt.Subspaces;

/// <summary>What one thread keeps while it takes its interchanges forward and backward.</summary>
internal sealed class InterchangeShard : IDisposable
{
    /// <param name="layout">The network's layout.</param>
    /// <param name="layer">The layer that is changed.</param>
    public InterchangeShard(ParameterLayout layout, int layer)
    {
        Work = new PassWorkspace(layout, backward: true);
        States = new TuneStates(layout, layer);
        Gradients = new TuneStates(layout, layer, layer);
    }

    /// <summary>Working memory of the pass.</summary>
    public PassWorkspace Work { get; }

    /// <summary>The states that are read on.</summary>
    public TuneStates States { get; }

    /// <summary>The gradients with respect to those of the changed layer.</summary>
    public TuneStates Gradients { get; }

    public void Dispose()
    {
        Work.Dispose();
        States.Dispose();
        Gradients.Dispose();
    }
}
