using System.Text.Json;
using System.Text.Json.Nodes;
using Lilt.Operations;
using Lilt.Randomness;

namespace Lilt.Sweeping.Plans;

/// <summary>Reads what a sweep does to its networks: plans in place, plans of files, and rules that make many.</summary>
internal static class PlanEntryReader
{
    private const int MostSets = 100_000;

    public static IReadOnlyList<PlanEntry> Read(JsonMembers members, string folder, string name)
    {
        PlanEntry[] entries =
        [
            .. members.List("plans").Index().Select(of => Read(members, of.Item, folder, $"{name}: plan {of.Index + 1} of 'plans'")),
        ];
        string[] names = [.. entries.OfType<OnePlan>().Select(one => one.Of.Name)];
        return names.Distinct().Count() == names.Length
            ? entries
            : throw members.Fault(
                $"'plans' has two that are called '{names.First(one => names.Count(other => other == one) > 1)}': give each a 'name' of its own."
            );
    }

    private static PlanEntry Read(JsonMembers members, JsonElement element, string folder, string where)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            string given = members.Text("plans", element);
            return given == SweptPlan.NothingName ? new OnePlan(SweptPlan.Nothing) : OfFile(Path.Combine(folder, given), where);
        }

        JsonMembers of = new(element, where);
        if (!of.Has("cut"))
        {
            return Given(of, element, folder, where);
        }

        string rule = of.Text("cut");
        PlanEntry made = rule switch
        {
            "each unit" => new EachUnitCut(
                of.Has("layers") ? [.. of.List("layers").Select(layer => (int)of.Whole("layers", layer, 1, int.MaxValue))] : []
            ),
            "random sets" => new RandomSetsCut(
                (int)of.Whole("layer", 1, int.MaxValue),
                (int)of.Whole("units", 1, int.MaxValue),
                (int)of.Whole("sets", 1, MostSets),
                (uint)(of.OptionalWhole("seed", 0, Seed.Largest) ?? 1)
            ),
            _ => throw of.Fault($"'cut' is '{rule}': it is 'each unit' or 'random sets'."),
        };
        of.ThrowIfUnread();
        return made;
    }

    private static OnePlan OfFile(string path, string where)
    {
        if (!File.Exists(path))
        {
            throw new SweepFormatException($"{where}: there is no file {path}.");
        }

        return Of(
            Path.GetFileNameWithoutExtension(path),
            File.ReadAllText(path),
            Path.GetDirectoryName(Path.GetFullPath(path))!,
            null,
            path
        );
    }

    private static OnePlan Given(JsonMembers of, JsonElement element, string folder, string where)
    {
        JsonObject plan = JsonObject.Create(element)!;
        string name = of.Text("name");
        string? files = of.Has("files") ? of.Text("files") : null;
        string lies = of.Has("folder") ? of.Text("folder") : folder;
        plan.Remove("name");
        plan.Remove("files");
        plan.Remove("folder");
        return Of(name, plan.ToJsonString(), lies, files, where);
    }

    private static OnePlan Of(string name, string json, string folder, string? files, string where)
    {
        try
        {
            OperationPlan plan = OperationPlan.Parse(json);
            string now = files ?? SweptPlan.HashesOf(plan, folder);
            return new OnePlan(new SweptPlan(name, plan, now.Length > 0 ? folder : "", now));
        }
        catch (PlanFormatException e)
        {
            throw new SweepFormatException($"{where}: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new SweepFormatException($"{where}: a file that it names cannot be read: {e.Message}", e);
        }
    }
}
