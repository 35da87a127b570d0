using Lilt.Alignment;
using Lilt.Studies;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Pushing;

/// <summary>Stored tunes with their open places.</summary>
internal sealed class TunePlaces(SessionStore store)
{
    /// <summary>A tune and its places.</summary>
    public PlacedTune Of(string id)
    {
        KeptTune kept = store.Tune(id);
        return new PlacedTune(
            kept,
            OpenPlaces.Of(kept.Data.Tokens),
            StudyTuneReader.Read(kept.Data.Name, kept.Data.Tokens, kept.Data.Cut).Measures
        );
    }
}
