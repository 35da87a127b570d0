using System.Text.Json.Nodes;
using Lilt.Alignment;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Operations;
using Lilt.Studio.Models;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Pushing;

/// <summary>Pushes the clock: finds a donor, makes the plan, and makes the tune again under it.</summary>
internal sealed class ClockPusher(
    StudioBounds bounds,
    StudioModels models,
    TunePlaces places,
    DonorSearch donors,
    TuneWriting writing,
    TuneReading reading
)
{
    private const int Furthest = 4;

    /// <summary>Makes a tune again with its clock pushed, beside which it stands as the baseline.</summary>
    /// <exception cref="StudioException">The clock cannot be pushed there, or there is no donor.</exception>
    public async Task<TuneSummary> PushAsync(string tune, PushRequest request, CancellationToken cancellation)
    {
        PlacedTune target = places.Of(tune);
        StoredTune data = target.Kept.Data;
        Bounded.Whole("by", request.By, -Furthest, Furthest);
        if (data.Plan is not null)
        {
            throw StudioException.Unreadable("This tune was made under a plan: push the clock of the one that it was made from.");
        }

        Model model = await models.OfAsync(target.Kept, cancellation);
        if (request.Layer is { } one)
        {
            Bounded.Whole("layer", one, 1, model.Shape.Layers);
        }

        Fraction by = new(request.By, 8);
        if (ClockPush.Refusal(target.Places, request.Step, by) is { } refusal)
        {
            throw StudioException.Unreadable(refusal);
        }

        ClockPush push = ClockPush.Of(target.Places, request.Step, by);
        DonorPlace donor = await donors.FindAsync(target, push, model, cancellation);
        JsonNode plan = JsonNode.Parse(PushPlan.Of(Layers(request.Layer, model.Shape), donor.Tune, donor.Step, request.Step).ToJson())!;
        string name = DoneWords.Named(data.Name, DoneWords.Of(OperationPlan.Parse(plan.ToJsonString()), request.By), bounds.NameLength);
        if (data.Kind == TuneKind.Given)
        {
            return await reading.ReadAsync(
                target.Kept.Session,
                new GivenRequest(data.Model, data.Written ?? data.Prime, name, plan, data.Id),
                cancellation,
                pushed: request.By
            );
        }

        WritingRun run = await writing.PrepareAsync(
            target.Kept.Session,
            new WriteRequest(
                data.Model,
                Temperature: data.Temperature,
                Prime: data.Prime,
                Limit: data.Limit,
                Generator: data.Generator,
                Plan: plan,
                Baseline: data.Id,
                Name: name
            )
            {
                Seed = data.Seed + data.Index,
            },
            cancellation,
            request.By
        );
        return await run.ToEndAsync(cancellation);
    }

    private static int[] Layers(int? layer, NetworkShape shape) => layer is { } one ? [one] : [.. Enumerable.Range(1, shape.Layers)];
}
