using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Planting;

/// <summary>What each kind of network is made of.</summary>
internal sealed class PlantedPlan
{
    // Of the units of a layer, as the study cuts them.
    private const double Third = 0.33;

    // Units that count, or relay, though others are found by their power: an eighth and a twelfth of the layer.
    private const int FewCounters = 8;
    private const int FewRelays = 12;

    // What bustle of layer 2 reads of units that do nothing to the counting: enough to be heard, not enough to beat with them.
    private const double Heard = 0.05;

    private readonly PlantedWiring wiring;
    private readonly int third;
    private readonly List<PlantedLayer> layers = [];

    private PlantedPlan(int depth, int units, Seed seed)
    {
        wiring = new PlantedWiring(new NetworkShape(depth, units, PlantedTokens.Count), seed);
        third = (int)Math.Floor((Third * units) + 0.5);
    }

    public NetworkWeights Weights => wiring.Weights;

    public IReadOnlyList<PlantedLayer> Layers => layers;

    public static PlantedPlan Of(PlantedKind kind, int units, Seed seed)
    {
        int depth = kind is PlantedKind.Relay or PlantedKind.SharedRelay or PlantedKind.IdleEchoes or PlantedKind.Chance ? 3 : 2;
        Seed derived = seed.Derive("planted network", (int)kind, units);
        PlantedPlan plan = new(depth, units, derived);
        switch (kind)
        {
            case PlantedKind.Counters:
                plan.Counting(falling: false);
                break;
            case PlantedKind.Countdown:
                plan.Counting(falling: true);
                break;
            case PlantedKind.Relay:
                plan.Relaying(echoes: false);
                break;
            case PlantedKind.SharedRelay:
                plan.Relaying(echoes: false, shared: true);
                break;
            case PlantedKind.IdleEchoes:
                plan.Relaying(echoes: true);
                break;
            case PlantedKind.Distributed:
                plan.Distributed();
                break;
            case PlantedKind.Shadows:
                plan.Shadowing();
                break;
            case PlantedKind.Chance:
                plan.Chance();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such network can be planted.");
        }

        if (kind != PlantedKind.Chance)
        {
            PlantedStrengths.Even(plan.wiring, derived);
        }

        return plan;
    }

    private void Counting(bool falling)
    {
        Begin(falling ? PlantedCounting.FallingBias : PlantedCounting.PitchesTogether);
        int[] counters = wiring.Take(1, PlantedRole.Counter, third);
        double[] gains = PlantedCounting.CountTokens(wiring, counters, falling, noise: 0.01);
        int[] detectors = wiring.Take(2, PlantedRole.Detector, third);
        PlantedCounting.Detect(wiring, detectors, counters, gains, falling);
        PlantedBustle.Plant(wiring, readsBars: false);
        End(1, counters, counts: true);
        End(2, detectors, counts: true);
    }

    private void Relaying(bool echoes, bool shared = false)
    {
        Begin(PlantedCounting.PitchesTogether);
        int[] idle = echoes ? wiring.Take(1, PlantedRole.Echo, third) : [];
        int[] relays = wiring.Take(1, PlantedRole.Relay, echoes ? Math.Max(2, wiring.Shape.Units / FewRelays) : third);
        int[] counters = wiring.Take(2, PlantedRole.Counter, third);
        int[] detectors = wiring.Take(3, PlantedRole.Detector, third);
        PlantedCounting.Echo(wiring, idle);
        PlantedCounting.Relay(wiring, relays);
        double[] gains = shared
            ? PlantedCounting.CountStepsTogether(wiring, 2, counters, relays)
            : PlantedCounting.CountSteps(wiring, 2, counters, relays);
        PlantedCounting.Detect(wiring, detectors, counters, gains, falling: false);
        PlantedBustle.Plant(wiring, readsBars: false);
        Hear(idle);
        End(1, echoes ? idle : relays, relays: !echoes);
        End(2, counters, counts: true);
        End(3, detectors, counts: true);
    }

    private void Distributed()
    {
        Begin(PlantedCounting.PitchesTogether);
        int[] counters = wiring.Take(1, PlantedRole.Counter);
        int[] detectors = wiring.Take(2, PlantedRole.Detector);
        double[] gains = PlantedCounting.CountTokens(wiring, counters, falling: false, noise: 0.03);
        PlantedCounting.Detect(wiring, detectors, counters, gains, falling: false);
        foreach (int detector in detectors)
        {
            // That cutting them is felt by pitches too.
            for (int pitch = PlantedTokens.FirstPitch; pitch < PlantedTokens.Count; pitch++)
            {
                wiring.Says(detector, pitch, wiring.Around(0.3 / Math.Sqrt(detectors.Length)));
            }
        }

        End(1, []);
        End(2, []);
    }

    private void Shadowing()
    {
        Begin(PlantedCounting.PitchesTogether);
        int[] counters = wiring.Take(1, PlantedRole.Counter, Math.Max(2, wiring.Shape.Units / FewCounters));
        int[] shadows = wiring.Take(1, PlantedRole.Shadow, third);
        int[] detectors = wiring.Take(2, PlantedRole.Detector, third);
        double[] gains = PlantedCounting.CountTokens(wiring, counters, falling: false, noise: 0.01);
        PlantedCounting.Shadow(wiring, shadows, counters);
        PlantedCounting.Detect(wiring, detectors, counters, gains, falling: false);
        PlantedBustle.Plant(wiring, readsBars: false);
        Hear(shadows);
        End(1, shadows);
        End(2, detectors, counts: true);
    }

    private void Chance()
    {
        // The odds of a bar are one to seven beside all pitches.
        PlantedGrammar.Plant(wiring, PlantedCounting.PitchesTogether - Math.Log(7), barAfterBar: true);
        PlantedBustle.Plant(wiring, readsBars: true);
        for (int layer = 1; layer <= wiring.Shape.Layers; layer++)
        {
            End(layer, []);
        }
    }

    private void Begin(double barBias)
    {
        PlantedGrammar.Plant(wiring, barBias, barAfterBar: false);
        for (int layer = 1; layer <= wiring.Shape.Layers; layer++)
        {
            int silent = wiring.Take(layer, PlantedRole.Silent, 1)[0];
            wiring.Gates(layer, silent, -20, 0, 0);
        }
    }

    private void Hear(int[] idle)
    {
        foreach (int unit in wiring.Units(2, PlantedRole.Bustle))
        {
            foreach (int from in idle)
            {
                wiring.Reads(2, unit, Gate.Candidate, from, wiring.Around(Heard));
            }
        }
    }

    private void End(int layer, int[] planted, bool counts = false, bool relays = false) =>
        layers.Add(new PlantedLayer(layer, wiring.Roles(layer), [.. planted.Order()], counts, relays));
}
