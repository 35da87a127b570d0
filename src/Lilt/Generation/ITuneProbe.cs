using Lilt.Network;

namespace Lilt.Generation;

/// <summary>A step's probe that is told which tune is in which slot.</summary>
public interface ITuneProbe : IStepProbe
{
    /// <summary>A slot begins a tune; called before its c and h are visited.</summary>
    void Begin(int slot, TuneRequest request);

    /// <summary>A slot's tune is whole.</summary>
    void End(int slot, GeneratedTune tune);
}
