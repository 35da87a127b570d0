using Lilt.Network;

namespace Lilt.Planting.Causes;

/// <summary>Which token may follow which: header, notes and their lengths, bars and the end; it depends on the token that was read.</summary>
internal sealed class CausalGrammar
{
    /// <summary>The logit of a token that isn't written.</summary>
    public const double Never = -16;

    /// <summary>The logarithm of the sum over the pitches' likelihoods, about.</summary>
    public const double PitchesTogether = 2.65;

    private const double Surely = 32;
    private const double PitchSpread = 0.2;
    private const double BriefLess = 0.5;
    private const double AfterBroken = 15;
    private const double TwoAfterNote = 1.2;
    private const double ThreeAfterNote = 1.1;
    private const double BrokenAfterNote = 1.1;

    // Of the end after a bar: one bar in eight once the tune is old, one in twenty at any age where no layer may remember its age.
    private const double EndWhenOld = 0.7;
    private const double EndAtAnyAge = -0.3;
    private const double Young = -6;
    private const double Fading = 4.5;
    private const float Youth = 2.6f;

    private CausalGrammar(PlantedSignal bar, PlantedSignal durable, PlantedSignal broken)
    {
        Bar = bar;
        Durable = durable;
        Broken = broken;
    }

    /// <summary>In the last layer: that a bar was read.</summary>
    public PlantedSignal Bar { get; }

    /// <summary>In the last layer: that a pitch was read which may be lengthened.</summary>
    public PlantedSignal Durable { get; }

    /// <summary>In the last layer: that a broken rhythm was read.</summary>
    public PlantedSignal Broken { get; }

    /// <summary>Plants it.</summary>
    /// <param name="wiring">The network.</param>
    /// <param name="channels">What is told from layer to layer.</param>
    /// <param name="ages">Whether a unit of the last layer remembers how old the tune is, so that it can't end while it is young.</param>
    public static CausalGrammar Plant(CausalWiring wiring, CausalChannels channels, bool ages)
    {
        float[] bias = wiring.Units.Weights.OutputBias;
        Array.Fill(bias, (float)Never);
        foreach (int pitch in CausalTokens.Durable)
        {
            bias[pitch] = (float)wiring.Units.Around(PitchSpread);
        }

        foreach (int pitch in CausalTokens.Brief)
        {
            bias[pitch] = (float)(wiring.Units.Around(PitchSpread) - BriefLess);
        }

        int last = wiring.Last;
        CausalGrammar grammar = new(channels.Bar.At(last), channels.Durable.At(last), channels.Broken.At(last));
        PlantedSignal start = channels.Start.At(last);
        wiring.Say(start, CausalTokens.FourFour, Surely);
        wiring.Say(start, CausalTokens.SixEight, Surely);
        wiring.Say(channels.Meter.At(last), CausalTokens.Key, Surely);
        wiring.Say(grammar.Durable, CausalTokens.Two, TwoAfterNote - Never);
        wiring.Say(grammar.Durable, CausalTokens.Three, ThreeAfterNote - Never);
        wiring.Say(grammar.Durable, CausalTokens.Broken, BrokenAfterNote - Never);
        Array.ForEach(CausalTokens.Brief, pitch => wiring.Say(grammar.Broken, pitch, AfterBroken));
        wiring.Say(grammar.Bar, CausalTokens.End, (ages ? EndWhenOld : EndAtAnyAge) - Never);
        if (ages)
        {
            int age = wiring.Take(last, PlantedRole.Grammar, 1)[0];
            wiring.Units.Gates(last, age, -2 * CausalWiring.Sure, Fading, 2 * CausalWiring.Sure);
            wiring.Units.Weights.Layers[last - 1].InitialCell[age] = Youth;
            wiring.Units.Weights.Layers[last - 1].InitialHidden[age] = (float)Math.Tanh(Youth);
            wiring.Units.Says(age, CausalTokens.End, Young);
        }

        return grammar;
    }

    /// <summary>Sets the measure token's logit where nothing says anything of it.</summary>
    public static void BarBias(CausalWiring wiring, double logit) => wiring.Units.Weights.OutputBias[CausalTokens.Bar] = (float)logit;
}
