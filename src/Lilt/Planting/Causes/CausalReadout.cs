namespace Lilt.Planting.Causes;

/// <summary>What a full count does: a bar; and what one that is nearly full forbids.</summary>
internal sealed class CausalReadout
{
    /// <summary>The measure token's logit while no count is full.</summary>
    public const double BarIdle = -7;

    /// <summary>What is added to the logit of a token for which there is no place.</summary>
    public const double Forbidden = -40;

    private const double BarWhenFull = 14;

    private readonly CausalWiring wiring;
    private readonly CausalChannels channels;
    private readonly int layer;
    private readonly CountReading reading;
    private readonly IReadOnlyList<PlantedSignal> unless;
    private readonly PlantedSignal? mean;
    private readonly int count;

    /// <param name="wiring">The network.</param>
    /// <param name="channels">What is told.</param>
    /// <param name="layer">Of the detectors.</param>
    /// <param name="reading">What they read.</param>
    /// <param name="unless">What keeps them off.</param>
    /// <param name="mean">What they need; null for nothing.</param>
    public CausalReadout(
        CausalWiring wiring,
        CausalChannels channels,
        int layer,
        CountReading reading,
        IReadOnlyList<PlantedSignal> unless,
        PlantedSignal? mean = null
    )
    {
        this.wiring = wiring;
        this.channels = channels;
        this.layer = layer;
        this.reading = reading;
        this.unless = unless;
        this.mean = mean;
        count = Math.Max(2, wiring.Units.Shape.Units / 16);
    }

    /// <summary>A bar is written where so little is to go.</summary>
    /// <param name="at">What is to go where it is full: 0.</param>
    /// <param name="not">What is to go where it is not.</param>
    public void Full(double at = 0, double not = 1) => wiring.Say(On(at, not, count), CausalTokens.Bar, BarWhenFull - BarIdle);

    /// <summary>None is written where the measure is over.</summary>
    public void Over() => wiring.Say(On(-1, 0, count), CausalTokens.Bar, BarIdle - BarWhenFull);

    /// <summary>Where 1 is to go, or nothing, tokens are not written for which there is no room.</summary>
    public void Near(params int[] tokens)
    {
        PlantedSignal near = On(1, 2, count);
        Array.ForEach(tokens, token => wiring.Say(near, token, Forbidden));
    }

    /// <summary>Units that show where the count is, and say a little of pitches.</summary>
    public void Show(double at)
    {
        PlantedSignal shown = On(at, at + 1, wiring.Few);
        Array.ForEach(CausalTokens.Durable, pitch => wiring.Say(shown, pitch, wiring.Units.Around(0.15)));
    }

    private PlantedSignal On(double open, double shut, int units) =>
        channels.Of(PlantedDetectors.Plant(wiring, layer, units, reading, open, shut, unless, mean)).At(wiring.Last);
}
