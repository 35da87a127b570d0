using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studio.Models;
using Lilt.Studio.Recordings;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Pushing;

/// <summary>What a push did: reads the untouched tune again under the plan, and looks where the bar of the written one came.</summary>
internal sealed class PushReading(StudioModels models, StudioPlans plans, TunePlaces places, TuneReplay replay, Workplaces workplaces)
{
    /// <summary>How many steps after the push are told.</summary>
    public const int Shown = 16;

    /// <summary>What the push did that made a tune; null where no push made it.</summary>
    public async Task<PushView?> OfAsync(string id, CancellationToken cancellation)
    {
        PlacedTune made = places.Of(id);
        if (
            made.Kept.Data.Baseline is not { } baseline
            || plans.Read(made.Kept.Data.Plan) is not { } operations
            || PushPlan.Read(operations) is not { } plan
        )
        {
            return null;
        }

        PlacedTune target = places.Of(baseline);
        PlacedTune donor = places.Of(plan.Donor);
        if (!IsSame(target.Kept.Data, made.Kept.Data, plan.Step) || PushOf(target, donor, plan) is not { } push)
        {
            return null;
        }

        Model model = await models.OfAsync(target.Kept, cancellation);
        double[] untouched = (await replay.GetAsync(baseline, cancellation)).LogProbabilities(TokenKind.Measure);
        double[] pushed = await ReadAsync(target, made, operations, model, cancellation);
        int last = Math.Min(untouched.Length - 1, Math.Max(plan.Step + Shown, push.OwnBoundary + 1));
        Fraction? length = made.Kept.Data.Kind == TuneKind.Given ? null : push.LengthIn(made.Places);
        return new PushView
        {
            Tune = baseline,
            Layers = plan.Layers,
            By = PlacedTune.Eighths(push.By),
            Step = plan.Step,
            Measure = target.MeasureOf(plan.Step),
            Distance = PlacedTune.Eighths(push.Target.Distance),
            Full = PlacedTune.Eighths(push.Measure.Duration),
            Donor = new DonorView(
                donor.Id,
                donor.Kept.Data.Name,
                donor.Id == baseline,
                plan.DonorStep,
                donor.MeasureOf(plan.DonorStep),
                PlacedTune.Eighths(push.DonorDistance)
            ),
            Own = At(push.OwnBoundary, untouched, pushed),
            Moved = push.MovedBoundary is { } moved ? At(moved, untouched, pushed) : null,
            IsDue = push.IsDue(untouched, pushed),
            Length = length is { } duration ? PlacedTune.Eighths(duration) : null,
            Came = made.Kept.Data.Kind == TuneKind.Given ? null : length == push.Measure.Duration - push.By,
            From = plan.Step,
            Tokens = [.. target.Kept.Data.Tokens.Skip(plan.Step).Take(last - plan.Step + 1)],
            Untouched = Part(untouched, plan.Step, last),
            Pushed = Part(pushed, plan.Step, last),
            Command = CommandOf(target.Kept.Data),
        };
    }

    /// <summary>The push that a plan is between two places; null where the places are none that are pushed.</summary>
    private static ClockPush? PushOf(PlacedTune target, PlacedTune donor, PushPlan plan)
    {
        if (!target.Places.TryFind(plan.Step, out OpenPlace at) || !donor.Places.TryFind(plan.DonorStep, out OpenPlace from))
        {
            return null;
        }

        Fraction by = from.Distance - at.Distance;
        return ClockPush.Refusal(target.Places, plan.Step, by) is null ? ClockPush.Of(target.Places, plan.Step, by) : null;
    }

    /// <summary>Whether a tune was made from another: of the same network, the same up to the push.</summary>
    private static bool IsSame(StoredTune target, StoredTune made, int step) =>
        target.Plan is null && target.ModelHash == made.ModelHash && target.Tokens.Take(step + 1).SequenceEqual(made.Tokens.Take(step + 1));

    /// <summary>B of the untouched tune's tokens read under the plan; a tune of one's own was read so already.</summary>
    private async Task<double[]> ReadAsync(
        PlacedTune target,
        PlacedTune made,
        OperationPlan operations,
        Model model,
        CancellationToken cancellation
    )
    {
        StoredTune data = target.Kept.Data;
        if (made.Kept.Data.Kind == TuneKind.Given)
        {
            return (await replay.GetAsync(made.Id, cancellation)).LogProbabilities(TokenKind.Measure);
        }

        CompiledPlan compiled = await plans.CompileAsync(operations, model, 0, cancellation);
        Token[] tokens = [.. data.Tokens.Select(text => model.Vocabulary.TryFind(text, out Token token) ? token : default)];
        TuneRecording read = await workplaces.RunAsync(
            stopped => model.ReadAll([tokens], compiled, [SiteKind.Posterior], (float)data.Temperature, cancellation: stopped).Single(),
            cancellation
        );
        return read.LogProbabilities(TokenKind.Measure);
    }

    private string CommandOf(StoredTune target) =>
        (TuneCommand.Of(target, models.Argument(target.Model)) with { Prime = string.Join(' ', target.Tokens), HasPlan = true }).Record(
            "pushed.npz",
            isGiven: true
        );

    private static BoundaryView At(int step, double[] untouched, double[] pushed) =>
        new(step, Finite(untouched[step]), Finite(pushed[step]));

    private static IReadOnlyList<double?> Part(double[] boundary, int first, int last) => [.. boundary[first..(last + 1)].Select(Finite)];

    private static double? Finite(double nats) => double.IsFinite(nats) ? nats : null;
}
