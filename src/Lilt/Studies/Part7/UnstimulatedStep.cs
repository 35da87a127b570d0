using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Statistics;

namespace Lilt.Studies.Part7;

/// <summary>
/// What a network would have made of each step of a tune had that step's input not been stimulated, everything before it being as it was.
/// </summary>
internal static class UnstimulatedStep
{
    private const int MostSlots = 64;

    /// <summary>
    /// The Jensen–Shannon divergence in bits between the recorded posterior and the one without the stimulus at each step, [T].
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="recording">With c, h and posterior of every step, operations included.</param>
    /// <param name="others">[T], null where the input was not stimulated: there the divergence is 0.</param>
    /// <param name="rest">What else was done to the network; its operations must not go by the step's number.</param>
    /// <param name="temperature">The recording's.</param>
    public static double[] Moved(Model model, TuneRecording recording, IReadOnlyList<Token?> others, OperationPlan rest, float temperature)
    {
        double[] moved = new double[recording.Steps];
        int[] steps = [.. Enumerable.Range(0, recording.Steps).Where(step => others[step] is not null)];
        CompiledPlan plan = rest.Compile(model);
        using StepBatch batch = new(model, Math.Clamp(steps.Length, 1, MostSlots));
        for (int first = 0; first < steps.Length; first += batch.Slots)
        {
            int count = Math.Min(batch.Slots, steps.Length - first);
            StatesProbe probe = new(recording, plan.Begin(0, 0), steps.AsMemory(first, count));
            int[] active = [.. Enumerable.Range(0, count)];
            foreach (int slot in active)
            {
                batch.Reset(slot, ref probe);
                batch.SetInput(slot, recording.Input[steps[first + slot]]);
            }

            batch.Step(active, temperature, ref probe);
            foreach (int slot in active)
            {
                int step = steps[first + slot];
                ReadOnlySpan<float> posterior = recording.Values(SiteKind.Posterior).Slice(step * model.Shape.Tokens, model.Shape.Tokens);
                moved[step] = JensenShannonDivergence.OfPosteriors(posterior, batch.Posterior(slot));
            }
        }

        return moved;
    }

    /// <summary>Sets each slot to the state that the recording had before its step.</summary>
    private readonly struct StatesProbe(TuneRecording recording, PlanRun plan, ReadOnlyMemory<int> steps) : IStepProbe
    {
        public static bool Watches => true;

        public bool Visit(int slot, int step, Site site, Span<float> values)
        {
            if (step >= 0)
            {
                return plan.Apply(step, site, values);
            }

            int before = steps.Span[slot] - 1;
            if (before < 0)
            {
                return plan.Apply(step, site, values);
            }

            int units = recording.Facts.Units;
            recording.Values(site.Kind).Slice(((before * recording.Facts.Layers) + site.Layer - 1) * units, units).CopyTo(values);
            return true;
        }
    }
}
