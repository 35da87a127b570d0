using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Recordings;

/// <summary>A stored tune, ready to be made again.</summary>
/// <param name="Kept">As it is stored.</param>
/// <param name="Model">Who wrote it.</param>
/// <param name="Plan">What was done to the network meanwhile; null for nothing.</param>
/// <param name="Options">What makes it again: one tune.</param>
internal sealed record AgainTune(KeptTune Kept, Model Model, CompiledPlan? Plan, GenerationOptions Options)
{
    /// <summary>Its id.</summary>
    public string Id => Kept.Data.Id;

    /// <summary>The tokens that it has, the start token left out.</summary>
    public IReadOnlyList<string> Tokens => Kept.Data.Tokens;
}
