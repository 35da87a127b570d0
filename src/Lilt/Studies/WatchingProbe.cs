using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;

namespace Lilt.Studies;

/// <summary>Gives every slot's values to the <see cref="WatchedTune"/> that its request carries.</summary>
internal readonly struct WatchingProbe(NetworkShape shape, RecordingFacts facts) : ITuneProbe
{
    private readonly Dictionary<int, WatchedTune> tunes = [];

    public static bool Watches => true;

    public void Begin(int slot, TuneRequest request)
    {
        WatchedTune tune = (WatchedTune)request.Tag!;
        tune.Begin(new TuneRecorder(shape, tune.Kinds));
        tunes[slot] = tune;
    }

    public bool Visit(int slot, int step, Site site, Span<float> values)
    {
        // The heavier entry of a mixture is the token that would be read alone.
        Token read = default;
        if (site.Kind == SiteKind.Input)
        {
            int heaviest = 0;
            for (int token = 1; token < values.Length; token++)
            {
                heaviest = values[token] > values[heaviest] ? token : heaviest;
            }

            read = new Token(heaviest);
        }

        tunes[slot].Visit(step, site, values, read);
        return false;
    }

    public void End(int slot, GeneratedTune tune)
    {
        tunes[slot].End(tune, facts);
        tunes.Remove(slot);
    }
}
