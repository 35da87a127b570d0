using Lilt.Studio.Serving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lilt.Studio.Models;

/// <summary>Models, and what is checked against one.</summary>
internal static class ModelEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api = api.MapGroup("").WithTags("models");
        api.MapGet("/models", List).WithName("listModels").WithSummary("The models that the studio knows.");
        api.MapGet("/models/{model}", Get)
            .WithName("getModel")
            .WithSummary("A model; its file is read if it was not.")
            .ProducesProblem(404)
            .ProducesProblem(422);
        api.MapPost("/models", Add)
            .WithName("addModel")
            .WithSummary(
                "Puts in a model: the body is its file, as lilt reads it, and name is what that is called. A file that cannot be read is refused and leaves nothing."
            )
            .Accepts<byte[]>("application/octet-stream")
            .ProducesProblem(409)
            .ProducesProblem(413)
            .ProducesProblem(422);
        api.MapDelete("/models/{model}", Remove)
            .WithName("removeModel")
            .WithSummary("Takes away a model that was put in.")
            .ProducesProblem(404)
            .ProducesProblem(409);
        api.MapPost("/models/{model}/restore", Restore)
            .WithName("restoreModel")
            .WithSummary("Has a model back that was taken away.")
            .ProducesProblem(404)
            .ProducesProblem(409);
        api.MapPost("/check", Check).WithName("checkText").WithSummary("Reads a beginning as it is typed.").ProducesProblem(404);
        api.MapPost("/plans/check", CheckPlan)
            .WithName("checkPlan")
            .WithSummary("Checks a plan against a model.")
            .ProducesProblem(404)
            .Produces<PlanProblem>(422, "application/problem+json");
    }

    private static Ok<IReadOnlyList<ModelSummary>> List(StudioModels models) => TypedResults.Ok(models.List());

    private static async Task<Ok<ModelView>> Get(string model, StudioModels models, CancellationToken cancellation) =>
        TypedResults.Ok(await models.ViewAsync(model, cancellation));

    private static async Task<Created<AddedModel>> Add(
        HttpRequest request,
        AddedModels added,
        CancellationToken cancellation,
        string? name = null
    )
    {
        AddedModel made = await added.TakeAsync(name, request, cancellation);
        return TypedResults.Created($"/api/models/{made.Model.Id}", made);
    }

    private static NoContent Remove(string model, AddedModels added)
    {
        added.Remove(model);
        return TypedResults.NoContent();
    }

    private static Ok<ModelSummary> Restore(string model, AddedModels added) => TypedResults.Ok(added.Restore(model));

    private static async Task<Ok<CheckResult>> Check(
        CheckRequest request,
        StudioModels models,
        StudioBounds bounds,
        CancellationToken cancellation
    )
    {
        Bounded.Text(request.Text, bounds);
        return TypedResults.Ok(
            TypedText.Check(request.Text, (await models.ReadAsync(request.Model, cancellation)).Vocabulary, request.Key)
        );
    }

    private static async Task<Ok<PlanView>> CheckPlan(
        PlanCheckRequest request,
        StudioModels models,
        StudioPlans plans,
        CancellationToken cancellation
    )
    {
        Network.Model model = await models.ReadAsync(request.Model, cancellation);
        return TypedResults.Ok(await plans.CheckAsync(request.Plan, model, cancellation));
    }
}
