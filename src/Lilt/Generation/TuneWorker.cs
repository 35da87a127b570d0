using Lilt.Network;

namespace Lilt.Generation;

/// <summary>One thread's part of a run: a batch whose slots take the next request as soon as their tune is whole.</summary>
internal sealed class TuneWorker<TProbe>(Model model, int slots, int teamSize, float temperature, TuneQueue queue, TProbe probe)
    where TProbe : struct, ITuneProbe
{
    private readonly TuneSlot?[] tunes = new TuneSlot?[slots];
    private TProbe probe = probe;

    /// <summary>Works until no request is left, then returns; a failure or cancellation ends the whole run.</summary>
    public void Run(CancellationToken cancellation)
    {
        try
        {
            using StepBatch batch = new(model, slots, teamSize);
            int[] active = new int[slots];
            while (true)
            {
                int count = Fill(batch, active);
                if (count == 0)
                {
                    return;
                }

                cancellation.ThrowIfCancellationRequested();
                batch.Step(active.AsSpan(0, count), temperature, ref probe);
                foreach (int slot in active.AsSpan(0, count))
                {
                    Advance(batch, slot);
                }
            }
        }
        catch (Exception e)
        {
            queue.Fail(e);
        }
    }

    /// <summary>Fills empty slots as far as requests go; the slots that hold a tune, and their number.</summary>
    private int Fill(StepBatch batch, int[] active)
    {
        int count = 0;
        foreach (TuneSlot? tune in tunes)
        {
            count += tune is null ? 0 : 1;
        }

        for (int slot = 0; slot < tunes.Length && count < tunes.Length; slot++)
        {
            if (tunes[slot] is not null)
            {
                continue;
            }

            if (!queue.TryClaim(out TuneRequest request, out int place, mayWait: count == 0))
            {
                break;
            }

            tunes[slot] = new TuneSlot(request, place, model.Vocabulary.Start);
            probe.Begin(slot, request);
            batch.Reset(slot, ref probe);
            batch.SetInput(slot, model.Vocabulary.Start);
            count++;
        }

        count = 0;
        for (int slot = 0; slot < tunes.Length; slot++)
        {
            if (tunes[slot] is not null)
            {
                active[count++] = slot;
            }
        }

        return count;
    }

    private void Advance(StepBatch batch, int slot)
    {
        TuneSlot tune = tunes[slot]!;
        if (!tune.Advance(batch.Posterior(slot), model.Vocabulary.End, out bool endsAtLimit))
        {
            batch.SetInput(slot, tune.Last);
            return;
        }

        GeneratedTune whole = tune.Tune(endsAtLimit);
        probe.End(slot, whole);
        tunes[slot] = null;
        queue.Complete(tune.Place, whole);
    }
}
