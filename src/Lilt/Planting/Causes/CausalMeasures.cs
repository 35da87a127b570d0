namespace Lilt.Planting.Causes;

/// <summary>Which meter is remembered, and what tells that a measure of it begins.</summary>
/// <remarks>
/// Layer 1 remembers the meter, or layer 2 where the keeper is layer 1 and must not. A keeper above layer 1 that counts what is to go is
/// told by layer 1 that a measure of 8 begins, or of 6.
/// </remarks>
internal sealed class CausalMeasures
{
    public const int FourFour = 8;
    public const int SixEight = 6;

    private const double Sure = CausalWiring.Sure;
    private readonly CausalWiring wiring;
    private readonly CausalChannels channels;
    private readonly Lazy<PlantedChannel> six;
    private readonly Lazy<(PlantedChannel Eight, PlantedChannel Six)> atOnce;
    private readonly Lazy<(PlantedChannel Eight, PlantedChannel Six)[]> reminders;

    /// <param name="wiring">The network.</param>
    /// <param name="channels">What is told.</param>
    /// <param name="memory">The layer that remembers the meter.</param>
    public CausalMeasures(CausalWiring wiring, CausalChannels channels, int memory)
    {
        this.wiring = wiring;
        this.channels = channels;
        six = new(() =>
            channels.Of(
                wiring.Remember(memory, PlantedRole.Meter, wiring.Few, channels.SixEight.At(memory - 1), channels.FourFour.At(memory - 1))
            )
        );
        atOnce = new(() => (channels.Of(Begins(isSix: false, meters: true)), channels.Of(Begins(isSix: true, meters: true))));
        reminders = new(() =>
        {
            PlantedChannel[] eights = Delays(Begins(isSix: false, meters: false));
            PlantedChannel[] sixes = Delays(Begins(isSix: true, meters: false));
            return [(eights[0], sixes[0]), (eights[1], sixes[1])];
        });
        Memory = memory;
    }

    /// <summary>The layer that remembers the meter.</summary>
    public int Memory { get; }

    /// <summary>That the meter is 6/8, as a layer can read it: from below, or a step late from itself.</summary>
    public PlantedSignal SixFor(int layer) => six.Value.At(Math.Max(Memory, layer - 1));

    /// <summary>A measure begins, told at once: what sets a count of what is to go.</summary>
    public (PlantedSignal On, double To)[] BeginningsAt(int layer) =>
        [(atOnce.Value.Eight.At(layer), FourFour), (atOnce.Value.Six.At(layer), SixEight)];

    /// <summary>A bar was read a step ago, and two steps ago, of either meter, from layer 1 on: what reminds.</summary>
    public IReadOnlyList<(PlantedChannel Eight, PlantedChannel Six)> Reminders => reminders.Value;

    private PlantedChannel[] Delays(PlantedSignal signal)
    {
        PlantedSignal first = Delay(signal);
        return [channels.Of(first), channels.Of(Delay(first))];
    }

    private PlantedSignal Delay(PlantedSignal signal) =>
        wiring.Switch(1, PlantedRole.Relay, signal.Units.Length, -Sure, (signal, 2 * Sure));

    /// <summary>On where a measure token is read and the meter is the one, or where the meter itself is read.</summary>
    private PlantedSignal Begins(bool isSix, bool meters)
    {
        List<(PlantedSignal On, double Weight)> terms = [(channels.Bar.At(0), 2 * Sure), (SixFor(1), isSix ? 2 * Sure : -2 * Sure)];
        if (meters)
        {
            terms.Add(((isSix ? channels.SixEight : channels.FourFour).At(0), 4 * Sure));
        }

        return wiring.Switch(1, PlantedRole.Relay, wiring.Few, isSix ? -3 * Sure : -Sure, [.. terms]);
    }
}
