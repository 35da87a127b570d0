using Lilt.Planting.Causes;

namespace Lilt.Cli;

/// <summary>What is planted, in a line each.</summary>
internal static class PlantedKindText
{
    /// <summary>A kind's line.</summary>
    public static string Of(CausalKind kind) =>
        kind switch
        {
            CausalKind.Durations => "one layer counts durations; the measure token sets the count",
            CausalKind.Tokens => "one layer counts tokens, whatever they last",
            CausalKind.Clock => "one layer is a clock of steps that sets itself",
            CausalKind.Twice => "two layers keep a whole count each; either suffices",
            CausalKind.Shared => "two layers keep half of the count each",
            CausalKind.Cancelling => "one layer carries twice the count, another takes one back",
            CausalKind.Balanced => "as cancelling, and a bar comes only where the sum is just full",
            CausalKind.Relay => "one layer counts; those above have no memory and show the whole count",
            CausalKind.Reminded => "one layer counts; layer 1 remembers the measure token and sets the count over two steps",
            CausalKind.Decoys => "one layer counts, beside units that mislead",
            CausalKind.Marker => "nothing counts; a marker is written at random, and behind it a bar",
            CausalKind.Chance => "nothing counts; a bar is as likely after any note",
            CausalKind.Misleading => "as chance, beside units that mislead",
            CausalKind.Random => "random weights",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>What a layer keeps.</summary>
    public static string Of(CountPart part) =>
        part switch
        {
            CountPart.None => "nothing of the count",
            CountPart.Whole => "the whole count",
            CountPart.Twofold => "a whole count, as another layer does",
            CountPart.Some => "some of the count",
            CountPart.Idle => "a count that nothing reads",
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
        };
}
