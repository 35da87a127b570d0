using Lilt.Network;

namespace Lilt.Planting;

/// <summary>The parts that count, show, relay, echo and shadow.</summary>
/// <remarks>
/// <para>
/// A counter is set to about −7½δ by the bar and gains δ a note, so that it passes 0 between the seventh note and the eighth; h = tanh(c).
/// One that counts down is set to 8δ and loses δ a note: at the eighth it is 0.
/// </para>
/// <para>
/// A detector of a rising counter is h = tanh(tanh((h' − θ)/δ)): −0.43 at the seventh note, 0.43 at the eighth, −0.72 and less before. θ is
/// such that a counter that is cut, h' = 0, leaves bars as likely as one token in nine. A detector of a falling one is tanh(tanh(h'/2δ)): 0
/// at the eighth, and where the counter is cut.
/// </para>
/// </remarks>
internal static class PlantedCounting
{
    private const int Notes = 8;
    private const double SmallestStep = 0.10;
    private const double LargestStep = 0.12;

    /// <summary>θ, in steps of the counter.</summary>
    private const double Threshold = 0.1;

    /// <summary>
    /// The weight of all detectors together on the measure token's logit: rising, −9 at the seventh note and +9 at the eighth.
    /// </summary>
    private const double RisingWeight = 22;

    /// <summary>The same of falling counters: 15 below at the seventh note, nothing at the eighth.</summary>
    private const double FallingWeight = 35;

    /// <summary>How the weights of like units differ from their mean at the most.</summary>
    private const double Spread = 0.25;

    /// <summary>A forget gate that a relay can shut: it keeps 0.9933 a step.</summary>
    private const double Kept = 5;

    /// <summary>The log of the sum of eight pitches' likelihoods, about, beside which the measure token's logit stands.</summary>
    public const double PitchesTogether = 2.25;

    /// <summary>The measure token's bias for falling counters, which alone hold it back.</summary>
    public const double FallingBias = PitchesTogether + 6;

    /// <summary>Counters of layer 1, which read tokens.</summary>
    /// <param name="wiring">The network.</param>
    /// <param name="units">Which.</param>
    /// <param name="falling">Whether they count down.</param>
    /// <param name="noise">How much a pitch changes a step's gain, at most: a standard deviation, drawn for each unit between 0 and
    /// this.</param>
    /// <returns>δ of each.</returns>
    public static double[] CountTokens(PlantedWiring wiring, int[] units, bool falling, double noise)
    {
        double[] gains = new double[units.Length];
        for (int n = 0; n < units.Length; n++)
        {
            double gain = wiring.Between(SmallestStep, LargestStep);
            double start = falling ? Notes * gain : (Threshold - Notes + 0.5) * gain;
            double deviation = wiring.Between(0, noise);
            wiring.Gates(1, units[n], 20, 20, 20);
            for (int token = 0; token < PlantedTokens.Count; token++)
            {
                if (token >= PlantedTokens.FirstPitch)
                {
                    wiring.Reads(1, units[n], Gate.Candidate, token, Math.Atanh(falling ? -gain : gain) + wiring.Around(deviation));
                }
                else
                {
                    wiring.Reads(1, units[n], Gate.Candidate, token, Math.Atanh(start));
                    wiring.Reads(1, units[n], Gate.Forget, token, -40);
                }
            }

            gains[n] = gain;
        }

        return gains;
    }

    /// <summary>Relays of layer 1: on at the measure token, off at all others.</summary>
    public static void Relay(PlantedWiring wiring, int[] units)
    {
        foreach (int unit in units)
        {
            wiring.WithoutMemory(1, unit);
            wiring.Reads(1, unit, Gate.Candidate, PlantedTokens.Bar, 20);
        }
    }

    /// <summary>
    /// Rising counters of a layer over relays: each gains at every step by itself, and is set back by one relay; before the first step they
    /// are where the header's three steps bring them to their start.
    /// </summary>
    /// <returns>δ of each.</returns>
    public static double[] CountSteps(PlantedWiring wiring, int layer, int[] units, int[] relays)
    {
        const double LastButOne = Notes - 1;
        double[] gains = new double[units.Length];
        double kept = 1 / (1 + Math.Exp(-Kept));
        double keptThrough = Math.Pow(kept, LastButOne);
        for (int n = 0; n < units.Length; n++)
        {
            // c after seven notes and after eight lie evenly about θ, though a little is lost at every step.
            double gain = wiring.Between(SmallestStep, LargestStep);
            double atSeven = ((2 * Threshold) - 1) * gain / (1 + kept);
            double start = (atSeven - (gain * (1 - keptThrough) / (1 - kept))) / keptThrough;
            wiring.Gates(layer, units[n], 20, Kept, 20);
            wiring.Weights.Layers[layer - 1].InitialCell[units[n]] = (float)(
                (start - (gain * (1 + kept + (kept * kept)))) / Math.Pow(kept, 3)
            );
            wiring.Bias(layer, units[n], Gate.Candidate, Math.Atanh(gain));
            wiring.Reads(
                layer,
                units[n],
                Gate.Candidate,
                relays[n % relays.Length],
                (Math.Atanh(start) - Math.Atanh(gain)) / PlantedWiring.Full
            );
            wiring.Reads(layer, units[n], Gate.Forget, relays[n % relays.Length], -2 * Kept / PlantedWiring.Full);
            gains[n] = gain;
        }

        return gains;
    }

    /// <summary>
    /// Rising counters of a layer over relays that all of them read: half of the relays drive gates and candidate to their ends, so that c
    /// is set back to −1.
    /// </summary>
    /// <returns>δ of each: with one start, one for all.</returns>
    public static double[] CountStepsTogether(PlantedWiring wiring, int layer, int[] units, int[] relays)
    {
        // What all relays together put on the gate and on the candidate: half of them is enough, a tenth is not.
        const double Shut = -22;
        const double Back = -8;
        const double Start = -1;
        double kept = 1 / (1 + Math.Exp(-Kept));
        double keptThrough = Math.Pow(kept, Notes - 1);
        double gain = -Start * keptThrough / (((1 - keptThrough) / (1 - kept)) - (((2 * Threshold) - 1) / (1 + kept)));
        foreach (int unit in units)
        {
            wiring.Gates(layer, unit, 20, Kept, 20);
            wiring.Weights.Layers[layer - 1].InitialCell[unit] = (float)((Start - (gain * (1 + kept + (kept * kept)))) / Math.Pow(kept, 3));
            wiring.Bias(layer, unit, Gate.Candidate, Math.Atanh(gain));
            foreach (int relay in relays)
            {
                wiring.Reads(layer, unit, Gate.Candidate, relay, Back / (relays.Length * PlantedWiring.Full));
                wiring.Reads(layer, unit, Gate.Forget, relay, Shut / (relays.Length * PlantedWiring.Full));
            }
        }

        return [.. units.Select(_ => gain)];
    }

    /// <summary>Detectors of the last layer, each over one counter of the layer below, and their say on the measure token.</summary>
    public static void Detect(PlantedWiring wiring, int[] detectors, int[] counters, double[] gains, bool falling)
    {
        int layer = wiring.Shape.Layers;
        double each = (falling ? -FallingWeight : RisingWeight) / detectors.Length;
        for (int n = 0; n < detectors.Length; n++)
        {
            wiring.WithoutMemory(layer, detectors[n]);
            wiring.Reads(layer, detectors[n], Gate.Candidate, counters[n % counters.Length], (falling ? 0.5 : 1) / gains[n % gains.Length]);
            wiring.Bias(layer, detectors[n], Gate.Candidate, falling ? 0 : -Threshold);
            wiring.Says(detectors[n], PlantedTokens.Bar, each * wiring.Between(1 - Spread, 1 + Spread));
        }
    }

    /// <summary>Units of layer 1 that answer the measure token and die away.</summary>
    public static void Echo(PlantedWiring wiring, int[] units)
    {
        foreach (int unit in units)
        {
            wiring.Gates(1, unit, 20, wiring.Between(1.0, 1.8), 20);
            wiring.Reads(1, unit, Gate.Candidate, PlantedTokens.Bar, wiring.Between(0.8, 1.6));
        }
    }

    /// <summary>Units of layer 1 that follow counters of the layer smoothly, a step late.</summary>
    public static void Shadow(PlantedWiring wiring, int[] units, int[] counters)
    {
        for (int n = 0; n < units.Length; n++)
        {
            wiring.Gates(1, units[n], -0.85, wiring.Between(1.0, 1.8), 20);
            wiring.ReadsBack(1, units[n], Gate.Candidate, counters[n % counters.Length], wiring.Between(1, 2));
        }
    }
}
