namespace Lilt.Planting.Causes;

/// <summary>What layer 1 reads of the tokens and each layer tells the next, where somebody needs it.</summary>
internal sealed class CausalChannels
{
    private readonly CausalWiring wiring;

    public CausalChannels(CausalWiring wiring)
    {
        this.wiring = wiring;
        Start = Of(PlantedRole.Grammar, 1, CausalTokens.Start);
        Meter = Of(PlantedRole.Grammar, 1, CausalTokens.FourFour, CausalTokens.SixEight);
        Key = Of(PlantedRole.Grammar, 1, CausalTokens.Key);
        Durable = Of(PlantedRole.Grammar, wiring.Few, CausalTokens.Durable);
        Broken = Of(PlantedRole.Grammar, 1, CausalTokens.Broken);
        Bar = Of(PlantedRole.Grammar, wiring.Few, CausalTokens.Bars);
        FourFour = Of(PlantedRole.Relay, 1, CausalTokens.FourFour);
        SixEight = Of(PlantedRole.Relay, 1, CausalTokens.SixEight);
        Beginning = Of(PlantedRole.Relay, wiring.Few, [.. CausalTokens.Bars, CausalTokens.FourFour, CausalTokens.SixEight]);
        Eighths = Of(PlantedRole.Relay, wiring.Few, CausalTokens.Eighths);
        TwoEighths = Of(PlantedRole.Relay, wiring.Few, CausalTokens.TwoEighths);
        Music = Of(PlantedRole.Relay, wiring.Few, CausalTokens.Music);
        Marker = Of(PlantedRole.Relay, wiring.Few, CausalTokens.Marker);
    }

    /// <summary>The tune begins.</summary>
    public PlantedChannel Start { get; }

    /// <summary>A meter is read.</summary>
    public PlantedChannel Meter { get; }

    /// <summary>The key is read: the header is over.</summary>
    public PlantedChannel Key { get; }

    /// <summary>A pitch is read that may be lengthened.</summary>
    public PlantedChannel Durable { get; }

    /// <summary>A broken rhythm is read.</summary>
    public PlantedChannel Broken { get; }

    /// <summary>A measure token is read: what the grammar needs.</summary>
    public PlantedChannel Bar { get; }

    /// <summary>4/4 is read.</summary>
    public PlantedChannel FourFour { get; }

    /// <summary>6/8 is read.</summary>
    public PlantedChannel SixEight { get; }

    /// <summary>A measure token or a meter is read: a measure begins.</summary>
    public PlantedChannel Beginning { get; }

    /// <summary>What is read lasts an eighth, or makes a note an eighth longer.</summary>
    public PlantedChannel Eighths { get; }

    /// <summary>What is read makes a note two eighths longer.</summary>
    public PlantedChannel TwoEighths { get; }

    /// <summary>Anything of a measure is read but its measure token.</summary>
    public PlantedChannel Music { get; }

    /// <summary>The marker is read.</summary>
    public PlantedChannel Marker { get; }

    /// <summary>A channel that begins in a layer.</summary>
    public PlantedChannel Of(PlantedSignal first) => new(wiring, first, PlantedRole.Relay, first.Units.Length);

    private PlantedChannel Of(PlantedRole role, int width, params int[] tokens) => new(wiring, PlantedSignal.OfTokens(tokens), role, width);
}
