namespace Lilt.Planting;

/// <summary>What is known of a network made to order.</summary>
public enum PlantedKind
{
    /// <summary>
    /// Two layers. A third of layer 1 are ramps, set back by the measure token, that rise note by note; each is read by one detector of
    /// layer 2, and the detectors excite the measure token. Layer 1 counts, layer 2 shows the count.
    /// </summary>
    Counters,

    /// <summary>
    /// Two layers. As <see cref="Counters"/>, but the ramps fall and the detectors inhibit the measure token until they have come to
    /// nothing: they do nothing else, and without them every token is a bar.
    /// </summary>
    Countdown,

    /// <summary>
    /// Three layers. A third of layer 1 are pulses without memory that repeat the measure token, each setting back a ramp of layer 2;
    /// detectors of layer 3 excite the measure token. Layer 1 relays, layer 2 counts.
    /// </summary>
    Relay,

    /// <summary>
    /// Three layers. As <see cref="Relay"/>, but few units of layer 1 relay, and a third of it are echoes of the measure token that die
    /// away and that nothing which counts reads: by power at the measure period they are the first.
    /// </summary>
    IdleEchoes,

    /// <summary>
    /// Two layers. All of layer 1 counts a little and all of layer 2 shows it: whichever third is cut, the harm is alike.
    /// </summary>
    Distributed,

    /// <summary>
    /// Two layers. Few units of layer 1 count; a third of it are their shadows, which have a larger share of power at the measure period
    /// and do nothing.
    /// </summary>
    Shadows,

    /// <summary>Three layers of random weights. Bars come at random, one token in eight or so, whatever was read: nothing counts.</summary>
    Chance,

    /// <summary>
    /// Three layers. As <see cref="Relay"/>, but all relays together set back every counter, driven so hard that any half of them does and
    /// a tenth does not: without them the counting is lost, without a random third of the layer it is not.
    /// </summary>
    SharedRelay,
}
