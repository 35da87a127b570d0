using System.Globalization;

namespace Lilt.Operations;

/// <summary>What an operation does, in words that a musician reads.</summary>
public static class OperationSentence
{
    private const int MostNamed = 8;

    /// <summary>A sentence without a full stop: "units 3 and 5 of layer 1 are cut out".</summary>
    public static string Of(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation switch
        {
            Excise excise =>
                $"{Units(excise.Units, "unit")} of layer {excise.Layer} {Verb(excise.Units)} cut out: {Fill(excise)}{Reading(excise)}{Edge(excise.Edge)}",
            Adjust adjust =>
                $"{Units(adjust.Units, "unit")} of {adjust.Site} {Verb(adjust.Units)} {How(adjust)} {(adjust.From is null ? Numbers(adjust.Values) : "values in memory, one a unit")}{Steps(adjust.Steps)}",
            Stimulate stimulate =>
                $"the network reads {Number(stimulate.Weight)} of its token and {Number(stimulate.OtherWeight)} of {Others(stimulate)}{Steps(stimulate.Steps)}",
            Bias bias =>
                $"the logits change: {List([.. bias.Tokens.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(Change)])}{Steps(bias.Steps)}",
            Forbid forbid => $"{List(forbid.Tokens)} {(forbid.Tokens.Count == 1 ? "is" : "are")} never drawn{Steps(forbid.Steps)}",
            Patch patch =>
                $"{Units(patch.Units, "unit")} of {List([.. patch.Site.Sites.Select(site => site.ToString())])} {(IsOne(patch.Units) ? "takes its" : "take their")} values from {Recording(patch.Recording)}"
                    + (patch.AtStep is { } at ? $", from step {Number(at)} on" : "")
                    + Steps(patch.Steps)
                    + Along(patch)
                    + Edge(patch.Edge),
            _ => operation.Name,
        };
    }

    private static string Fill(Excise excise) =>
        excise.Fill switch
        {
            ExciseFill.Zero => "h is 0",
            ExciseFill.Mean => $"h is its mean in {Recording(excise.Recording)}",
            ExciseFill.Resample => $"h is that of a random step of {Recording(excise.Recording)} (seed {excise.Seed})",
            _ => $"h is that of step {Number(excise.AtStep)} of {Recording(excise.Recording)}",
        };

    private static string Along(Patch patch) =>
        patch.Directions is { } name ? $", along the directions {name} alone"
        : patch.Along is { } rows ? $", along {Number(rows.Steps)} direction(s) in memory alone"
        : "";

    private static string Edge(Edge edge) =>
        edge switch
        {
            Operations.Edge.Up => ", as the layers above see it; the layer itself goes on with its own",
            Operations.Edge.Recurrent => ", as the layer itself goes on with it; the layers above see its own",
            _ => "",
        };

    private static string Recording(string? name) => name is null ? "values in memory" : $"the recording {name}";

    private static string Reading(Excise excise) =>
        (excise.Reading is { } read ? $", at steps that read {Either(read)}" : "")
        + (excise.NotReading is { } other ? $", at steps that do not read {Either(other)}" : "");

    private static string Either(IReadOnlyList<string> tokens) => tokens.Count == 1 ? tokens[0] : $"one of {List(tokens)}";

    private static string How(Adjust adjust) =>
        adjust.How switch
        {
            Adjustment.Clamp => "set to",
            Adjustment.Add => "moved by",
            _ => "multiplied by",
        };

    private static string Others(Stimulate stimulate) =>
        stimulate.Others switch
        {
            null => $"a random pitch (seed {stimulate.Seed})",
            [var one] => one,
            var several when stimulate.InTurn => $"{List(several)} in turn",
            var several => $"one of {List(several)} (seed {stimulate.Seed})",
        };

    private static string Change(KeyValuePair<string, double> pair) =>
        double.IsNegativeInfinity(pair.Value)
            ? $"{pair.Key} is never drawn"
            : $"{pair.Key} {(pair.Value < 0 ? "−" : "+")}{Number(Math.Abs(pair.Value))}";

    private static bool IsOne(UnitSet units) => (units.Units?.Count ?? units.Tokens?.Count) == 1;

    private static string Verb(UnitSet units) => IsOne(units) ? "is" : "are";

    private static string Units(UnitSet units, string noun) =>
        (units.Units, units.Tokens) switch
        {
            (null, null) => $"all {noun}s",
            ({ Count: 1 } one, _) => $"{noun} {Number(one[0])}",
            ({ } many, _) when many.Count <= MostNamed => $"{noun}s {List([.. many.Select(unit => Number(unit))])}",
            ({ } many, _) => $"{Number(many.Count)} {noun}s",
            (_, { } tokens) => List(tokens),
        };

    private static string Numbers(IReadOnlyList<double> values) =>
        values.Count == 1 ? Number(values[0]) : $"{Number(values.Count)} numbers, one a step";

    private static string Steps(StepRange? steps) =>
        steps switch
        {
            null => "",
            { } range when range == StepRange.AllSteps => "",
            { First: var first, Last: { } last } when first == last => $", at step {Number(first)}",
            { First: var first, Last: { } last } => $", from step {Number(first)} to {Number(last)}",
            { First: var first } => $", from step {Number(first)} on",
        };

    private static string List(IReadOnlyList<string> things) =>
        things.Count switch
        {
            0 => "nothing",
            1 => things[0],
            <= MostNamed => string.Join(", ", things.Take(things.Count - 1)) + " and " + things[^1],
            _ => string.Join(", ", things.Take(MostNamed)) + $" and {Number(things.Count - MostNamed)} more",
        };

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');
}
