using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Planting.Causes;

/// <summary>What each kind of network is made of.</summary>
internal sealed class CausalPlan
{
    private const int Layers = 3;
    private const int CountersOfLayer = 8;

    // Of noise, where a counter's step is 0.05 to 0.12. A sum of two counts has the faults of both.
    private const double AtCounters = 0.002;
    private const double AtSummedCounters = 0.001;

    private readonly CausalKind kind;
    private readonly int keeper;
    private readonly bool toGo;
    private readonly CausalWiring wiring;
    private readonly CausalChannels channels;
    private readonly CausalMeasures measures;
    private CausalGrammar? grammar;

    private CausalPlan(CausalKind kind, int keeper, int units, Seed seed, bool toGo)
    {
        this.kind = kind;
        this.keeper = keeper;
        this.toGo = toGo;
        wiring = new CausalWiring(new NetworkShape(Layers, units, CausalTokens.Vocabulary.Count), seed);
        channels = new CausalChannels(wiring);
        measures = new CausalMeasures(wiring, channels, keeper == 1 && !toGo ? 2 : 1);
    }

    private int Counters => Math.Max(IsSum ? 8 : 4, wiring.Units.Shape.Units / CountersOfLayer);

    private bool IsSum => kind is CausalKind.Shared or CausalKind.Cancelling or CausalKind.Balanced;

    private int Second => CausalKinds.Second(kind, keeper);

    /// <summary>The layers above keep nothing.</summary>
    private int Forgetful => kind == CausalKind.Relay ? keeper : Layers;

    /// <summary>Makes the weights.</summary>
    public static PlantedWiring Of(CausalKind kind, int keeper, int units, Seed seed, CountDirection direction)
    {
        Seed derived = seed.Derive("planted causes", (int)kind, keeper, units, (int)direction);
        if (kind == CausalKind.Random)
        {
            return CausalChance.Of(new NetworkShape(Layers, units, CausalTokens.Vocabulary.Count), derived);
        }

        CausalPlan plan = new(kind, keeper, units, derived, direction == CountDirection.ToGo);
        plan.Plant();
        CausalBustle.Plant(plan.wiring, plan.Forgetful);
        CausalNoise.Add(plan.wiring, plan.Forgetful, plan.IsSum ? AtSummedCounters : AtCounters);
        return plan.wiring.Units;
    }

    private void Plant()
    {
        grammar = CausalGrammar.Plant(wiring, channels, ages: Forgetful == Layers);
        CausalGrammar.BarBias(wiring, CausalReadout.BarIdle);
        wiring.Say(grammar.Bar, CausalTokens.Bar, CausalReadout.Forbidden);
        switch (kind)
        {
            case CausalKind.Durations or CausalKind.Tokens or CausalKind.Reminded:
                ReadOne(Keep(keeper));
                break;
            case CausalKind.Relay:
                CausalReadout readout = ReadOne(Keep(keeper));
                for (int place = 2; place < CausalMeasures.FourFour; place++)
                {
                    readout.Show(place);
                }

                break;
            case CausalKind.Decoys:
                PlantedCount count = Keep(keeper);
                ReadOne(count, CausalDecoys.Means(wiring, ReaderOf(keeper) - 1));
                CausalDecoys.PlantIdle(wiring, channels, count);
                CausalDecoys.PlantBoosters(wiring);
                CausalGrammar.BarBias(wiring, CausalReadout.BarIdle - CausalDecoys.Boost);
                break;
            case CausalKind.Clock:
                ReadClock(KeepClock());
                break;
            case CausalKind.Twice:
                ReadOne(Keep(keeper));
                ReadOne(Keep(Second));
                break;
            case CausalKind.Shared:
                // Between nothing and the half that stays where one of the two is moved by one.
                ReadTwo(0.5, 0.5).Full(-0.2, 0.9);
                break;
            case CausalKind.Cancelling:
                ReadTwo(2, -1).Full();
                break;
            case CausalKind.Balanced:
                CausalReadout balance = ReadTwo(2, -1);
                balance.Full();
                balance.Over();
                break;
            case CausalKind.Marker:
                CausalChance.PlantMarker(wiring, channels, grammar);
                break;
            case CausalKind.Chance:
                CausalChance.PlantBars(wiring, channels, grammar);
                break;
            case CausalKind.Misleading:
                float bias = CausalChance.PlantBars(wiring, channels, grammar);
                CausalDecoys.PlantIdle(wiring, channels, null);
                CausalDecoys.PlantBoosters(wiring);
                CausalGrammar.BarBias(wiring, bias - CausalDecoys.Boost);
                break;
        }
    }

    private static int ReaderOf(int layer) => Math.Min(layer + 1, Layers);

    /// <summary>Whether the count in a layer is of what has gone: in layer 1 always, which no layer below can tell a measure's length.</summary>
    private bool Rises(int layer) => !toGo || layer == 1;

    private (PlantedSignal On, double Amount)[] Taken(int below) =>
        kind == CausalKind.Tokens ? [(channels.Music.At(below), 1)] : [(channels.Eighths.At(below), 1), (channels.TwoEighths.At(below), 2)];

    private PlantedCount Keep(int layer)
    {
        bool rises = Rises(layer);
        CountRules rules = new()
        {
            Rises = rises,
            First = rises ? 0 : CausalMeasures.FourFour,
            Adds = [.. Taken(layer - 1).Select(taken => (taken.On, rises ? taken.Amount : -taken.Amount))],
            Sets = rises
                ? [new CountSetting(channels.Beginning.At(layer - 1), 0)]
                : [.. measures.BeginningsAt(layer - 1).Select(beginning => new CountSetting(beginning.On, beginning.To))],
        };
        if (IsSum)
        {
            rules = rules with { Step = (0.08, 0.12) };
        }
        else if (kind == CausalKind.Reminded)
        {
            // Where the count stands after a measure's first two tokens the units are near 0, so that little is lost to their curve.
            rules = rules with
            {
                Sets = Reminders(layer - 1),
                Zero = (5, 7),
            };
        }

        return PlantedCounters.Plant(wiring, layer, PlantedRole.Counter, Counters, rules);
    }

    /// <summary>
    /// The meter sets the count at once. A measure token does so half one step later, with the measure's first note, and wholly in the step
    /// after.
    /// </summary>
    private CountSetting[] Reminders(int below)
    {
        IReadOnlyList<(PlantedChannel Eight, PlantedChannel Six)> reminders = measures.Reminders;
        return
        [
            new CountSetting(channels.FourFour.At(below), CausalMeasures.FourFour),
            new CountSetting(channels.SixEight.At(below), CausalMeasures.SixEight),
            new CountSetting(reminders[0].Eight.At(below), CausalMeasures.FourFour - 1, Kept: 0.5, Added: -1),
            new CountSetting(reminders[0].Six.At(below), CausalMeasures.SixEight - 1, Kept: 0.5, Added: -1),
            new CountSetting(reminders[1].Eight.At(below), CausalMeasures.FourFour - 1),
            new CountSetting(reminders[1].Six.At(below), CausalMeasures.SixEight - 1),
        ];
    }

    private CausalReadout ReadOne(PlantedCount count, PlantedSignal? mean = null)
    {
        CausalReadout readout = Readout(ReaderOf(count.Layer), Rises(count.Layer), mean, (count, 1));
        readout.Full();
        readout.Near(kind == CausalKind.Tokens ? CausalTokens.Broken : CausalTokens.Three);
        return readout;
    }

    private CausalReadout ReadTwo(double times, double timesSecond)
    {
        PlantedCount first = Keep(keeper);
        PlantedCount second = Keep(Second);
        CausalReadout readout = Readout(Layers, Rises(keeper) || Rises(Second), null, (Shown(first), times), (Shown(second), timesSecond));
        readout.Near(CausalTokens.Three);
        return readout;
    }

    /// <summary>A count where the last layer can read it.</summary>
    private PlantedCount Shown(PlantedCount count) =>
        count.Layer < Layers - 1 ? PlantedCounters.Copy(wiring, PlantedRole.Copy, Counters, count) : count;

    private CausalReadout Readout(int layer, bool needsMeter, PlantedSignal? mean, params (PlantedCount Count, double Times)[] parts)
    {
        bool isLate = parts.Any(part => part.Count.Layer == layer);
        CountReading reading = new(wiring, layer, parts)
        {
            Takes = isLate ? Taken(layer - 1) : [],
            SixEighths = needsMeter ? measures.SixFor(layer) : null,
        };
        PlantedSignal[] unless =
            !isLate ? []
            : kind == CausalKind.Reminded ? [.. Reminders(layer - 1).Select(reminder => reminder.On)]
            : [channels.Beginning.At(layer - 1)];
        return new CausalReadout(wiring, channels, layer, reading, unless, mean);
    }

    /// <summary>Counters that every step moves on, and that forget all but the step itself when they were full before it.</summary>
    private PlantedCount KeepClock()
    {
        PlantedCount clock = PlantedCounters.Plant(
            wiring,
            keeper,
            PlantedRole.Counter,
            Counters,
            new CountRules
            {
                Rises = true,
                Over = 1,
                Always = 1,

                // The header's three steps bring it to 1, where a bar does.
                First = -2,
                Zero = (0, 0),
                Step = (0.06, 0.1),
            }
        );
        CountReading itself = new(wiring, keeper, (clock, 1)) { SixEighths = measures.SixFor(keeper) };
        foreach (int unit in clock.Units)
        {
            wiring.Units.Bias(keeper, unit, Gate.Forget, itself.Aim(unit, Gate.Forget, open: 1, shut: 0, CausalWiring.Sure));
        }

        return clock;
    }

    private void ReadClock(PlantedCount clock)
    {
        int layer = ReaderOf(keeper);
        CountReading reading = new(wiring, layer, (clock, 1)) { Always = keeper == layer ? 1 : 0, SixEighths = measures.SixFor(layer) };
        CausalReadout readout = new(wiring, channels, layer, reading, []);
        readout.Full();
        readout.Near(CausalTokens.Broken);
        if (keeper == layer)
        {
            readout.Over();
        }
    }
}
