using System.Text.Json;
using System.Text.Json.Nodes;
using Lilt.Randomness;
using Lilt.Studies;
using Lilt.Studio.Analyses;
using Lilt.Studio.Effects;
using Lilt.Studio.Following;
using Lilt.Studio.Models;
using Lilt.Studio.Pushing;
using Lilt.Studio.Rewriting;
using Lilt.Studio.Sessions;
using Lilt.Studio.Shelf;
using Lilt.Studio.Tunes;
using Lilt.Studio.Writing;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lilt.Studio.Serving;

/// <summary>All addresses under /api and their OpenAPI text.</summary>
internal static class Api
{
    /// <summary>Where the OpenAPI text is served; it is committed as web/studio/api/openapi.json.</summary>
    public const string Text = "/api/openapi.json";

    private const string Document = "openapi";

    public static void AddText(IServiceCollection services) =>
        services.AddOpenApi(
            Document,
            options =>
            {
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        // The text is the same on every machine and port.
                        document.Servers?.Clear();
                        document.Info = new OpenApiInfo
                        {
                            Title = "Lilt's studio",
                            Version = "1",
                            Description =
                                "On loopback only. Everything but GET needs the page's own token in the header X-Lilt-Token. Errors are problem details whose detail is a sentence. Layers count from 1, units and steps from 0.",
                        };
                        Unwrap([.. document.Components?.Schemas?.Values ?? []]);
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(NameChoices);
                options.AddSchemaTransformer(SayNumbers);
                options.CreateSchemaReferenceId = type => IsSeed(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            }
        );

    /// <summary>Sets each description on one line, wherever its comment is wrapped.</summary>
    private static void Unwrap(IReadOnlyList<IOpenApiSchema> schemas)
    {
        // The schemas before their members: a member that refers to one says what that one says.
        foreach (
            IOpenApiSchema of in (IEnumerable<IOpenApiSchema>)[.. schemas, .. schemas.SelectMany(schema => schema.Properties?.Values ?? [])]
        )
        {
            if (of.Description?.Contains('\n', StringComparison.Ordinal) == true)
            {
                of.Description = string.Join(' ', of.Description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }
    }

    /// <summary>Says which names a parameter takes; for the text's maker it is any string.</summary>
    private static Task NameChoices(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (ApiParameterDescription parameter in context.Description.ParameterDescriptions)
        {
            Type? type = parameter.ParameterDescriptor?.ParameterType;
            type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
            if (
                type is { IsGenericType: true }
                && type.GetGenericTypeDefinition() == typeof(Choice<>)
                && operation.Parameters?.FirstOrDefault(of => of.Name == parameter.Name) is OpenApiParameter of
            )
            {
                of.Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum =
                    [
                        .. Enum.GetNames(type.GenericTypeArguments[0])
                            .Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name)),
                    ],
                };
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Says that a seed is a number; the text's maker knows nothing of what a converter writes.</summary>
    private static Task SayNumbers(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        Type type = context.JsonTypeInfo.Type;
        if (IsSeed(type))
        {
            schema.Type = type == typeof(Seed) ? JsonSchemaType.Integer : JsonSchemaType.Null | JsonSchemaType.Integer;
            schema.Format = "uint32";
            Type? of = context.JsonPropertyInfo?.DeclaringType;
            schema.Default =
                of == typeof(WriteRequest) || of == typeof(StudyRequest) || of == typeof(RewriteRequest) || of == typeof(EffectRequest)
                    ? WriteRequest.DefaultSeed
                    : null;
        }

        return Task.CompletedTask;
    }

    private static bool IsSeed(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(Seed);

    public static void Map(WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}.json").ExcludeFromDescription();
        RouteGroupBuilder api = app.MapGroup("/api").ProducesProblem(StatusCodes.Status400BadRequest);
        ModelEndpoints.Map(api);
        SessionEndpoints.Map(api);
        DeletedEndpoints.Map(api);
        FollowEndpoints.Map(api);
        WritingEndpoints.Map(api);
        EffectEndpoints.Map(api);
        TuneEndpoints.Map(api);
        AnalysisEndpoints.Map(api);
        PushEndpoints.Map(api);
        RewriteEndpoints.Map(api);
        ShelfEndpoints.Map(api);
    }
}
