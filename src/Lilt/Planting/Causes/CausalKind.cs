namespace Lilt.Planting.Causes;

/// <summary>What is planted in a network whose count of measures has a known place: what is counted, where, and what it moves.</summary>
/// <remarks>docs/planting.md says how each is built.</remarks>
public enum CausalKind
{
    /// <summary>
    /// One layer, the keeper, counts durations, and the measure token sets the count. The layers below repeat each token at once, without
    /// memory; those above show that the count is full.
    /// </summary>
    Durations,

    /// <summary>
    /// As <see cref="Durations"/>, but every token that is written counts as one, whatever it lasts: a bar stands every 8 tokens in 4/4,
    /// every 6 in 6/8.
    /// </summary>
    Tokens,

    /// <summary>
    /// The keeper is a clock of steps that sets itself: a bar every 9 steps in 4/4, every 7 in 6/8, its own step included. The measure token
    /// that is read does nothing to it.
    /// </summary>
    Clock,

    /// <summary>
    /// Two layers, the keeper and the next (after layer 3, layer 1), keep each a whole count of durations; a bar is written where either is
    /// full.
    /// </summary>
    Twice,

    /// <summary>Two layers, as in <see cref="Twice"/>, keep half of the count each; a bar is written where their sum is full.</summary>
    Shared,

    /// <summary>
    /// Two layers: the keeper carries twice the count, the other takes one count back; a bar is written where their sum is full or over. A
    /// change of the keeper alone moves the bar twice as far.
    /// </summary>
    Cancelling,

    /// <summary>
    /// As <see cref="Cancelling"/>, but a bar is written only where the sum is full and not over, so that a change of one layer alone loses
    /// the bar.
    /// </summary>
    Balanced,

    /// <summary>
    /// As <see cref="Durations"/> in layer 1 or 2, and every layer above is without any memory: its units show the whole count, place by
    /// place, and beat with it.
    /// </summary>
    Relay,

    /// <summary>
    /// As <see cref="Durations"/> in layer 2 or 3, but the measure token is not told at once: layer 1 remembers it, and sets the count in
    /// the two steps after it.
    /// </summary>
    Reminded,

    /// <summary>
    /// As <see cref="Durations"/>, with units beside the mechanism that mislead: counts of their own that beat strongly and that nothing
    /// reads, in every layer; lagged copies of counts, which nothing reads; units that are always on and make measure tokens likelier; units
    /// that are always on and without which no bar is written.
    /// </summary>
    Decoys,

    /// <summary>
    /// Nothing is counted: a pitch that no other place has, the marker, is written at random, and after it a bar. That the marker was just
    /// read is all that the bar depends on.
    /// </summary>
    Marker,

    /// <summary>Nothing is counted: after every note, as likely as after any other, a bar comes.</summary>
    Chance,

    /// <summary>As <see cref="Chance"/>, with the decoys of <see cref="Decoys"/>.</summary>
    Misleading,

    /// <summary>Random weights, scaled so that notes and bars are written.</summary>
    Random,
}
