using System.Globalization;
using System.Text.Json;
using Lilt.Generation;
using Lilt.Randomness;
using Lilt.Studies;
using Lilt.Studies.Control;

namespace Lilt.Sweeping.Plans;

/// <summary>Reads a sweep's plan; docs/sweeps.md says what it may hold. What it names is looked for at once.</summary>
public static class SweepPlanReader
{
    // Over this many no list of plans is anybody's wish; shards and tunes have bounds of their own.
    private const int MostPlans = 1_000_000;
    private const int MostSeeds = int.MaxValue - 1;

    /// <summary>Reads the plan of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="find">Finds the file of a network that is named so; null where there is none.</param>
    /// <exception cref="SweepFormatException">Something in it cannot be used; the message says where.</exception>
    public static SweepPlan ReadFile(string path, Func<string, string?> find)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(File.ReadAllText(path), Path.GetDirectoryName(Path.GetFullPath(path))!, find, path);
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="json">The text.</param>
    /// <param name="folder">What the files that it names are relative to.</param>
    /// <param name="find">Finds the file of a network by name, where there is none in the folder; null where there is none.</param>
    /// <param name="name">What the text is, as an error begins.</param>
    /// <exception cref="SweepFormatException">Something in it cannot be used; the message says where.</exception>
    public static SweepPlan Read(string json, string folder, Func<string, string?> find, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(find);
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            SweepPlan plan = Read(new JsonMembers(document.RootElement, $"{name}: the sweep"), folder, find, name);
            ThrowIfTooLarge(plan, name);
            return plan;
        }
        catch (JsonException e)
        {
            throw new SweepFormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: no JSON, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} of it."
                ),
                e
            );
        }
    }

    private static SweepPlan Read(JsonMembers members, string folder, Func<string, string?> find, string name)
    {
        SweepTask task = members.Choice<SweepTask>("task");
        bool isOfTunes = task is SweepTask.Generate or SweepTask.Assess;
        JsonElement of = members.Required("seeds");
        JsonMembers seeds = new(of, $"{name}: 'seeds'");
        SweepPlan plan = new()
        {
            Task = task,
            Models = SweptModelReader.Read(members, folder, find, name),
            Plans =
                task == SweepTask.Study || !members.Has("plans")
                    ? [new OnePlan(SweptPlan.Nothing)]
                    : PlanEntryReader.Read(members, folder, name),
            Seed = (uint)seeds.Whole("from", 0, Seed.Largest),
            Seeds = (int)seeds.Whole("count", 1, MostSeeds),
            Temperatures = members.Has("temperatures")
                ? [.. members.List("temperatures").Select(value => Temperature(members, value))]
                : [1],
            Headers = members.Has("headers") ? [.. members.List("headers").Select(value => members.Text("headers", value))] : [""],
            Limit = (int)(members.OptionalWhole("limit", 1, int.MaxValue - 1) ?? GenerationOptions.DefaultLimit),
            Mode = members.Choice<DrawMode>("rng", DrawMode.Independent),
            TunesAShard = isOfTunes ? (int)(members.OptionalWhole("tunesAShard", 1, 1_000_000) ?? SweepPlan.DefaultTunesAShard) : 1,
            Study = task == SweepTask.Study ? Study(members, name) : null,
            Control = task == SweepTask.Control ? Control(members, name) : null,
        };
        seeds.ThrowIfUnread();
        members.ThrowIfUnread();
        ThrowUnlessEach(members, "temperatures", plan.Temperatures);
        ThrowUnlessEach(members, "headers", plan.Headers);
        ThrowUnlessEach(members, "models", [.. plan.Models.Select(model => model.Hash)]);
        if (plan.Mode == DrawMode.Stream)
        {
            throw members.Fault("'rng' is 'stream': tunes that share one stream cannot be made in parts. Take independent or webapp.");
        }

        if (!plan.Seed.HasRoomFor(plan.Seeds))
        {
            throw members.Fault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'seeds' has {plan.Seeds} from {plan.Seed} on: the last would be over {Seed.Largest}."
                )
            );
        }

        return plan;
    }

    private static float Temperature(JsonMembers members, JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetSingle(out float value) && value > 0 && float.IsFinite(value)
            ? value
            : throw members.Fault($"'temperatures' holds {JsonMembers.Short(element)}: a temperature is a number over 0.");

    private static StudyOrder Study(JsonMembers members, string name)
    {
        if (members.Has("plans"))
        {
            throw members.Fault("has 'plans', and its task is a study: a study cuts by itself. Leave them out.");
        }

        JsonMembers study = new(members.Required("study"), $"{name}: 'study'");
        string kind = study.Text("kind");
        if (StudyKinds.All.All(known => known.Name != kind))
        {
            throw study.Fault($"'kind' is '{kind}': it is one of {string.Join(", ", StudyKinds.All.Select(known => known.Name))}.");
        }

        StudyOrder order = kind switch
        {
            "part7" => new StudyOrder(kind)
            {
                Control = (int?)study.OptionalWhole("control", 0, ControlOptions.MostSets),
                Tunes = (int?)study.OptionalWhole("tunes", 2, ControlOptions.MostTunes),
            },
            "causes" => new StudyOrder(kind)
            {
                Tunes = (int?)study.OptionalWhole("tunes", 1, int.MaxValue),
                Pairs = (int?)study.OptionalWhole("pairs", 1, int.MaxValue),
                Quick = study.Flag("quick"),
            },
            _ => new StudyOrder(kind),
        };
        study.ThrowIfUnread();
        return order;
    }

    private static ControlOrder Control(JsonMembers members, string name)
    {
        JsonMembers control = new(members.Required("control"), $"{name}: 'control'");
        ControlOrder order = new(
            (int)control.Whole("sets", 1, ControlOptions.MostSets),
            (int)(control.OptionalWhole("tunes", 2, ControlOptions.MostTunes) ?? new ControlOptions().Tunes),
            (int)(control.OptionalWhole("setsAShard", 1, ControlOptions.MostSets) ?? ControlOrder.DefaultSetsAShard)
        );
        control.ThrowIfUnread();
        return order;
    }

    private static void ThrowUnlessEach<T>(JsonMembers members, string name, IReadOnlyList<T> values)
    {
        if (values.Distinct().Count() < values.Count)
        {
            throw members.Fault($"'{name}' holds one twice: each point of the grid is made once.");
        }
    }

    private static void ThrowIfTooLarge(SweepPlan plan, string name)
    {
        decimal points = 0;
        foreach (SweptModel model in plan.Models)
        {
            decimal plans = plan.Plans.Sum(entry => (decimal)entry.Count(model));
            if (plans > MostPlans)
            {
                throw new SweepFormatException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}: 'plans' makes {plans:N0} plans, and {MostPlans:N0} are the most: part the sweep."
                    )
                );
            }

            points += plans * plan.Seeds * plan.Temperatures.Count * plan.Headers.Count;
        }

        if (points > SweepPlan.MostTunes)
        {
            throw new SweepFormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: the grid has {points:N0} points, and {SweepPlan.MostTunes:N0} are the most: take fewer seeds or plans, or part the sweep."
                )
            );
        }
    }
}
