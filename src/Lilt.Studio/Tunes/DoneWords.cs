using System.Globalization;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studio.Pushing;
using Lilt.Studio.Rewriting;

namespace Lilt.Studio.Tunes;

/// <summary>
/// What was done to a network, or to a tune, in the few words of a heading: <c>layer 1, 169 units cut</c>. The whole sentence is
/// <see cref="OperationSentence"/>.
/// </summary>
internal static class DoneWords
{
    private const int MostNamed = 3;
    private const int MostOperations = 2;

    /// <summary>What made a stored tune what it is; null where nothing was done.</summary>
    /// <param name="plan">Its plan, as JSON, or null.</param>
    /// <param name="pushed">By how many eighths the plan pushes the clock; null where it pushes none.</param>
    /// <param name="rewritten">What it was made from, or null.</param>
    public static string? Of(JsonNode? plan, int? pushed, RewriteOrigin? rewritten) =>
        plan is not null ? Of(OperationPlan.Parse(plan.ToJsonString()), pushed)
        : rewritten is not null ? Of(rewritten.Request)
        : null;

    /// <summary>What a plan does.</summary>
    public static string Of(OperationPlan plan, int? pushed)
    {
        if (pushed is { } by && PushPlan.Read(plan) is { } push)
        {
            return Of(push, by);
        }

        string first = string.Join("; ", plan.Operations.Take(MostOperations).Select(Of));
        int more = plan.Operations.Count - MostOperations;
        return more <= 0 ? first : $"{first}; {Number(more)} more {(more == 1 ? "operation" : "operations")}";
    }

    /// <summary>What was asked for of a tune.</summary>
    public static string Of(RewriteRequest request) =>
        request.Kind switch
        {
            RewriteKind.Bars when request.From == request.To => $"bar {Number(request.From)} written again",
            RewriteKind.Bars => $"bars {Number(request.From)}–{Number(request.To)} written again",
            RewriteKind.Ending => $"ended from bar {Number(request.From)}",
            RewriteKind.OtherEnding => "another ending",
            RewriteKind.Continue => $"written on from bar {Number(request.From)}",
            _ => "moved by octaves",
        };

    /// <summary>A tune's name with what was done after it, cut to what a name may have.</summary>
    public static string Named(string tune, string done, int most)
    {
        string how = $", {done[..Math.Min(done.Length, most / 2)]}";
        return tune.EndsWith(how, StringComparison.Ordinal) ? tune : tune[..Math.Min(tune.Length, most - how.Length)].TrimEnd() + how;
    }

    private static string Of(PushPlan push, int by)
    {
        string layers = List([.. push.Layers.Select(layer => Number(layer))]);
        string clock = $"clock of {(push.Layers.Count == 1 ? "layer" : "layers")} {layers}";
        string how =
            by == 0
                ? "pushed by nothing, a sham,"
                : $"pushed {Number(Math.Abs(by))} {(Math.Abs(by) == 1 ? "eighth" : "eighths")} {(by > 0 ? "on" : "back")}";
        return $"{clock} {how} at step {Number(push.Step)}";
    }

    private static string Of(Operation operation) =>
        operation switch
        {
            Excise excise => $"{Cut(excise)}{Reading(excise)}{Edge(excise.Edge)}",
            Adjust adjust => $"{Units(adjust.Site, adjust.Units)} {How(adjust)}{Steps(adjust.Steps)}",
            Stimulate stimulate => $"stimulated with {Number(stimulate.OtherWeight)} of {Others(stimulate)}{Steps(stimulate.Steps)}",
            Bias bias => $"{Bend(bias)}{Steps(bias.Steps)}",
            Forbid forbid => $"{Tokens(forbid.Tokens)} forbidden{Steps(forbid.Steps)}",
            Patch patch =>
                $"{(patch.Site.Sites is [var one] ? Units(one, patch.Units) : $"{string.Join(' ', patch.Site.Sites)}{Count(patch.Units)}")} patched{Steps(patch.Steps)}{Edge(patch.Edge)}",
            _ => operation.Name,
        };

    private static string Cut(Excise excise)
    {
        string units = excise.Units.Units switch
        {
            null => $"layer {Number(excise.Layer)}",
            [var one] => $"unit L{Number(excise.Layer)}.{Number(one)}",
            { Count: <= MostNamed } few => $"layer {Number(excise.Layer)}, units {List([.. few.Select(unit => Number(unit))])}",
            { Count: var many } => $"layer {Number(excise.Layer)}, {Number(many)} units",
        };
        string fill = excise.Fill switch
        {
            ExciseFill.Zero => "cut",
            ExciseFill.Mean => "held at the mean",
            ExciseFill.Resample => "taken from random steps",
            _ => "frozen",
        };
        return $"{units} {fill}";
    }

    private static string Units(Site site, UnitSet units)
    {
        string name = site.ToString();
        bool isHidden = site.Kind == SiteKind.Hidden;
        return (units.Units, units.Tokens) switch
        {
            ([var one], _) => isHidden ? $"unit L{Number(site.Layer)}.{Number(one)}" : $"unit {Number(one)} of {name}",
            ({ Count: <= MostNamed } few, _) => $"units {List([.. few.Select(unit => Number(unit))])} of {name}",
            ({ Count: var many }, _) => $"{Number(many)} units of {name}",
            (_, { } tokens) => $"{Tokens(tokens)} of {name}",
            _ => $"all of {name}",
        };
    }

    private static string Count(UnitSet units) =>
        units.Units is not { Count: var count } ? ""
        : count == 1 ? $", unit {Number(units.Units[0])}"
        : $", {Number(count)} units";

    private static string How(Adjust adjust)
    {
        string value =
            adjust.From is not null ? "values in memory"
            : adjust.Values is [var one] ? Number(one)
            : $"{Number(adjust.Values.Count)} numbers";
        return adjust.How switch
        {
            Adjustment.Clamp => $"clamped to {value}",
            Adjustment.Add => $"moved by {value}",
            _ => $"times {value}",
        };
    }

    private static string Others(Stimulate stimulate) =>
        stimulate.Others switch
        {
            null => "a random pitch",
            [var one] => one,
            var several when stimulate.InTurn => $"{Tokens(several)} in turn",
            var several => $"one of {Tokens(several)}",
        };

    private static string Bend(Bias bias)
    {
        if (bias.Tokens.Count > MostNamed)
        {
            return $"{Number(bias.Tokens.Count)} tokens favoured or not";
        }

        return List([
            .. bias
                .Tokens.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair =>
                    double.IsNegativeInfinity(pair.Value) ? $"{pair.Key} forbidden"
                    : pair.Value < 0 ? $"{pair.Key} disfavoured by {Number(-pair.Value)}"
                    : $"{pair.Key} favoured by {Number(pair.Value)}"
                ),
        ]);
    }

    private static string Reading(Excise excise) =>
        (excise.Reading is { } read ? $" reading {Tokens(read)}" : "")
        + (excise.NotReading is { } other ? $" not reading {Tokens(other)}" : "");

    private static string Edge(Edge edge) =>
        edge switch
        {
            Operations.Edge.Up => " for the layers above",
            Operations.Edge.Recurrent => " for the layer itself",
            _ => "",
        };

    private static string Steps(StepRange? steps) =>
        steps switch
        {
            null => "",
            { } range when range == StepRange.AllSteps => "",
            { First: var first, Last: { } last } when first == last => $" at step {Number(first)}",
            { First: var first, Last: { } last } => $" at steps {Number(first)}–{Number(last)}",
            { First: var first } => $" from step {Number(first)} on",
        };

    private static string Tokens(IReadOnlyList<string> tokens) =>
        tokens.Count <= MostNamed ? List(tokens) : $"{Number(tokens.Count)} tokens";

    private static string List(IReadOnlyList<string> things) =>
        things.Count < 2 ? string.Concat(things) : string.Join(", ", things.Take(things.Count - 1)) + " and " + things[^1];

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');
}
