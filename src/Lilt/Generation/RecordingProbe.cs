using System.Collections.Concurrent;
using Lilt.Network;
using Lilt.Recording;

namespace Lilt.Generation;

/// <summary>Records every tune of its batch; whole recordings wait, by the tune's index, for the one who reads the tunes.</summary>
internal readonly struct RecordingProbe(
    NetworkShape shape,
    IReadOnlyList<SiteKind> kinds,
    RecordingFacts facts,
    ConcurrentDictionary<int, TuneRecording> whole
) : ITuneProbe
{
    private readonly Dictionary<int, TuneRecorder> slots = [];

    public static bool Watches => true;

    public void Begin(int slot, TuneRequest request)
    {
        if (!slots.TryGetValue(slot, out TuneRecorder? recorder))
        {
            slots[slot] = recorder = new TuneRecorder(shape, kinds);
        }

        // A tune that is given whole is as long as that.
        recorder.Expect(facts.Rng is null ? request.Prime.Count : 0);
    }

    public bool Visit(int slot, int step, Site site, Span<float> values)
    {
        slots[slot].Record(step, site, values);
        return false;
    }

    public void End(int slot, GeneratedTune tune) =>
        whole[tune.Index] = slots[slot]
            .Finish(
                facts.Rng is null
                    ? facts with
                    {
                        Index = tune.Index,
                        EndsAtLimit = tune.EndsAtLimit,
                        PrimeTokens = tune.Tokens.Count - 1,
                    }
                    : facts with
                    {
                        Index = tune.Index,
                        EndsAtLimit = tune.EndsAtLimit,
                        Seed = tune.Seed,
                    },
                tune.Tokens
            );
}
