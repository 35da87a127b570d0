using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lilt.Generation;
using Lilt.Notation;
using Lilt.Studio.Effects;
using Lilt.Studio.Rewriting;
using Lilt.Studio.Serving;
using Lilt.Studio.Tunes;
using Microsoft.AspNetCore.Http.Features;

namespace Lilt.Studio.Sessions;

/// <summary>
/// Makes a session from a file that was exported, here or elsewhere; everything in it is checked before anything is kept.
/// </summary>
internal sealed partial class SessionImport(StudioBounds bounds, SessionStore store, FilePlans plans, EffectImport effects)
{
    /// <summary>What a file says of itself.</summary>
    public const string Format = "lilt session 1";

    private const int LongestToken = 64;

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="StudioException">It is no session, or something in it is not as it should be.</exception>
    public async Task<SessionView> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
        {
            throw new StudioException(StatusCodes.Status415UnsupportedMediaType, "A session's file is JSON: send it as application/json.");
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = bounds.ImportBytes;
        }

        SessionFile file = await FileAsync(request.Body, cancellation);
        string name = Bounded.Name(file.Name, bounds);
        if (file.Tunes.Count > bounds.TunesASession)
        {
            throw StudioException.Unreadable($"The session holds {file.Tunes.Count} tunes; up to {bounds.TunesASession} are kept.");
        }

        // Names of the file's own, so that it can be imported twice.
        Dictionary<string, string> ids = [];
        List<StoredTune> tunes = [];
        foreach (StoredTune? tune in file.Tunes)
        {
            if (tune is null)
            {
                throw Wrong(tunes.Count, "is missing");
            }

            Check(tune, tunes.Count);

            // It may read only tunes before it, so no plan leads back to itself.
            int place = tunes.Count;
            JsonNode? plan = tune.Plan is null ? null : JsonNode.Parse(plans.Read(tune.Plan, ids, what => Wrong(place, what)).ToJson());
            string id = SessionStore.NewId();
            if (!ids.TryAdd(tune.Id, id))
            {
                throw Wrong(tunes.Count, $"has the id '{tune.Id}' of a tune before it");
            }

            tunes.Add(tune with { Id = id, Plan = plan, Name = Bounded.Name(tune.Name, bounds) });
        }

        return store.CreateSession(
            name,
            file.Created,
            [
                .. tunes.Select(tune =>
                    tune with
                    {
                        Baseline = Renamed(tune.Baseline),
                        Rewritten = tune.Rewritten is { } origin ? origin with { Parent = Renamed(origin.Parent) } : null,
                    }
                ),
            ],
            effects.Read(file.Effects ?? [], ids)
        );

        string? Renamed(string? id) => id is null ? null : ids.GetValueOrDefault(id);
    }

    private static async Task<SessionFile> FileAsync(Stream body, CancellationToken cancellation)
    {
        JsonNode? json;
        try
        {
            json = await JsonNode.ParseAsync(body, cancellationToken: cancellation);
        }
        catch (JsonException)
        {
            throw StudioException.Unreadable(
                $"The file is no session of Lilt's studio: it is not JSON. {WhatToTake} A tune in ABC is read as a tune of your own."
            );
        }

        try
        {
            if (
                json is not JsonObject { } all
                || all["format"] is not JsonValue value
                || !value.TryGetValue(out string? format)
                || format != Format
            )
            {
                throw StudioException.Unreadable($"The file is no session of Lilt's studio: its 'format' is not '{Format}'. {WhatToTake}");
            }

            return json.Deserialize<SessionFile>(StudioJson.Options)!;
        }
        catch (JsonException e)
        {
            throw StudioException.Unreadable($"The file is damaged: {FaultIn(e)}. Export it again.");
        }
        catch (ArgumentException)
        {
            throw StudioException.Unreadable("The file is damaged: a member of it stands there twice. Export it again.");
        }
    }

    private const string WhatToTake = "Take one that 'Export' in the session's menu made.";

    [GeneratedRegex("""^\$\.(?<what>tune|effect)s\[(?<place>\d+)\](?:\.(?<member>\w+))?""")]
    private static partial Regex Place();

    [GeneratedRegex("""^\$\.(?<member>\w+)""")]
    private static partial Regex Member();

    // What the reader says of it names types; a person reads places.
    private static string FaultIn(JsonException fault)
    {
        string path = fault.Path ?? "";
        if (Place().Match(path) is { Success: true } of)
        {
            string which = $"{of.Groups["what"].Value} {int.Parse(of.Groups["place"].Value, CultureInfo.InvariantCulture) + 1}";
            return of.Groups["member"] is { Success: true, Value: var member }
                ? $"'{member}' of {which} is not as it should be"
                : $"{which} lacks something, or is none";
        }

        return Member().Match(path) is { Success: true } top
            ? $"its '{top.Groups["member"].Value}' is not as it should be"
            : "its name, its date or its tunes are missing";
    }

    private void Check(StoredTune tune, int place)
    {
        static bool IsTonic(string? key) => key is null || Tonic.TryParse(key, out _);
        string? fault =
            !FileText.IsName(tune.Id, bounds.NameLength) ? "has no id"
            : !FileText.IsName(tune.Model, bounds.NameLength) ? "names no model"
            : !FileText.IsHash(tune.ModelHash) ? "has a model hash that is none"
            : !FileText.IsPrime(tune.Prime, bounds) ? "has a beginning that is none"
            : tune.Written is { } written && (written.Length > bounds.TextLength * 2 || tune.Kind != TuneKind.Given)
                ? "has a text of its own that is too long, or of a tune that the network wrote"
            : !Enum.IsDefined(tune.Kind)
            || (tune.Kind == TuneKind.Written ? tune.Plan is not null : tune.Kind == TuneKind.Operated && tune.Plan is null)
                ? "has a kind that does not go with its plan"
            : tune.Limit < 1 || tune.Limit > bounds.TokensATune ? $"has a limit that is not from 1 to {bounds.TokensATune}"
            : !Enum.IsDefined(tune.Generator)
            || (tune.Kind == TuneKind.Given && tune.Generator != DrawMode.Independent)
            || tune.Drawn is < 0
            || (tune.Drawn is null) != (tune.Generator != DrawMode.Stream)
                ? "has a generator that is none"
            : tune.Index < 0 || (tune.Generator != DrawMode.Stream && !tune.Seed.HasRoomFor(tune.Index + 1L))
                ? "has a seed or an index out of range"
            : !(tune.Temperature is >= 0.01 and <= 100) ? "has a temperature that is not from 0.01 to 100"
            : tune.Tokens.Count < 1 || tune.Tokens.Count > bounds.TokensATune + 1 ? $"has no tokens, or more than {bounds.TokensATune}"
            : tune.Tokens.Any(token => !FileText.IsName(token, LongestToken) || token.Any(char.IsWhiteSpace)) ? "has a token that is none"
            : tune.Surprise.Count != tune.Tokens.Count
            || tune.Surprise.Any(bits => bits is { } known && !(known >= 0 && double.IsFinite(known)))
                ? "has not one surprise, in bits, for each token"
            : !IsTonic(tune.Key) || !IsTonic(tune.WrittenIn) ? "has a key that is none"
            : tune.Pushed is < -4 or > 4 || (tune.Pushed is not null && tune.Plan is null) ? "has a push that is none"
            : tune.Rewritten is { } origin && (tune.Kind != TuneKind.Given || !IsOrigin(origin))
                ? "was made from a tune in a way that is none"
            : null;
        if (fault is not null)
        {
            throw Wrong(place, fault);
        }
    }

    private bool IsOrigin(RewriteOrigin origin) =>
        origin.Of.Length <= bounds.TextLength * 2
        && !origin.Of.Any(char.IsControl)
        && origin.Offer >= 1
        && Enum.IsDefined(origin.Request.Kind)
        && TuneRewriting.IsWithin(origin.Request);

    private static StudioException Wrong(int place, string what) =>
        StudioException.Unreadable($"The file is damaged: tune {place + 1} of it {what}. Export it again.");
}
