using System.Text.Json;
using Lilt.Planting.Causes;
using Lilt.Randomness;

namespace Lilt.Sweeping.Plans;

/// <summary>Reads the networks of a sweep's plan.</summary>
internal static class SweptModelReader
{
    private const string EachKind = "each kind";
    private const int UsualUnits = 64;
    private const int MostUnits = 1024;

    public static IReadOnlyList<SweptModel> Read(JsonMembers members, string folder, Func<string, string?> find, string name) =>
        [.. members.List("models").Index().SelectMany(of => ReadAll(members, of.Item, folder, find, $"{name}: network {of.Index + 1}"))];

    // Every kind, kept in every layer and counting in every direction that the kind knows.
    private static IEnumerable<SweptModel> ReadAll(
        JsonMembers members,
        JsonElement element,
        string folder,
        Func<string, string?> find,
        string where
    )
    {
        if (
            element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("plant", out JsonElement kind)
            || !kind.ValueEquals(EachKind)
        )
        {
            return [Read(members, element, folder, find, where)];
        }

        JsonMembers of = new(element, where);
        of.Has("plant");
        (int units, Seed seed) = (UnitsOf(of), SeedOf(of));
        of.ThrowIfUnread();
        return
        [
            .. from planted in Enum.GetValues<CausalKind>()
            from keeper in CausalKinds.Keepers(planted)
            from direction in Enum.GetValues<CountDirection>()
            where direction == CountDirection.ToGo || CausalKinds.HasDirections(planted)
            select SweptModel.Of(new PlantedModel(planted, keeper, units, seed, direction)),
        ];
    }

    private static int UnitsOf(JsonMembers of) => (int)(of.OptionalWhole("units", CausalNetwork.FewestUnits, MostUnits) ?? UsualUnits);

    private static Seed SeedOf(JsonMembers of) => (uint)(of.OptionalWhole("seed", 0, Seed.Largest) ?? 1);

    private static SweptModel Read(JsonMembers members, JsonElement element, string folder, Func<string, string?> find, string where)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            string given = members.Text("models", element);
            string path = Path.Combine(folder, given);
            return SweptModel.OfFile(
                Path.GetFullPath(
                    given.Length > 0 && File.Exists(path)
                        ? path
                        : find(given)
                            ?? throw new SweepFormatException(
                                $"{where}: '{given}' is no file, in {folder}, and no network that is known by that name."
                            )
                )
            );
        }

        JsonMembers of = new(element, where);
        PlantedModel? planted = of.Has("plant") ? Planted(of) : null;
        SweptModel? known = of.Has("hash")
            ? new SweptModel
            {
                Name = of.Text("name"),
                File = planted is null ? of.Text("file") : null,
                Planted = planted,
                Hash = of.Text("hash"),
                Layers = (int)of.Whole("layers", 1, int.MaxValue),
                Units = (int)of.Whole("units", 1, int.MaxValue),
            }
            : null;
        if (known is null && planted is null)
        {
            throw of.Fault("is neither a file's name nor {\"plant\": KIND, …}.");
        }

        of.ThrowIfUnread();
        return known ?? SweptModel.Of(planted!);
    }

    private static PlantedModel Planted(JsonMembers of)
    {
        CausalKind kind = of.Choice<CausalKind>("plant");
        IReadOnlyList<int> keepers = CausalKinds.Keepers(kind);
        int keeper = (int)(of.OptionalWhole("layer", 0, int.MaxValue) ?? (keepers.Contains(2) ? 2 : keepers[0]));
        CountDirection direction = of.Choice<CountDirection>("direction", CountDirection.ToGo);
        if (!keepers.Contains(keeper))
        {
            throw of.Fault(
                $"'layer' is {keeper}: what is planted keeps its count in {(keepers is [0] ? "none, 0" : string.Join(", ", keepers))}."
            );
        }

        return direction == CountDirection.ToGo || CausalKinds.HasDirections(kind)
            ? new PlantedModel(kind, keeper, UnitsOf(of), SeedOf(of), direction)
            : throw of.Fault("'direction' is given, and what is planted counts in one alone.");
    }
}
