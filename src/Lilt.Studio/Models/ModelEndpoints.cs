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
