using Lilt.Studies.Causes.Figures;

namespace Lilt.Studies.Causes.Telling;

/// <summary>What all meters together say of every layer: what one says and no other contradicts.</summary>
internal static class NetworkJudgement
{
    /// <summary>The layers.</summary>
    /// <param name="meters">What each meter says.</param>
    /// <returns>Layer 1 first.</returns>
    public static IReadOnlyList<WiredLayer> Of(IReadOnlyList<IReadOnlyList<WiredLayer>> meters)
    {
        IReadOnlyList<WiredLayer> wired = [.. meters[0].Select((of, layer) => Joined(of.Layer, [.. meters.Select(meter => meter[layer])]))];

        // Layers of which one alone keeps the count in another meter do not keep it only together.
        return
        [
            .. wired.Select(layer =>
                layer.Together.All(other => wired[other - 1].Together.Count > 0) ? layer : layer with { Together = [] }
            ),
        ];
    }

    private static WiredLayer Joined(int layer, IReadOnlyList<WiredLayer> meters)
    {
        LayerClaim sets = Joined([.. meters.Select(of => of.Sets)]);
        LayerClaim keeps = Joined([.. meters.Select(of => of.Keeps)]);
        BarRoad?[] roads = [.. meters.Where(of => of.Sets.Verdict == VerdictKind.Supported).Select(of => of.Road).Distinct()];
        return new WiredLayer(
            layer,
            sets,
            sets.Verdict == VerdictKind.Supported && roads.Length == 1 ? roads[0] : null,
            keeps,
            keeps.Verdict == VerdictKind.Contradicted
                ? meters.Select(of => of.Together).FirstOrDefault(others => others.Count > 0) ?? []
                : [],
            Joined([.. meters.Select(of => of.HandsOn)])
        );
    }

    private static LayerClaim Joined(IReadOnlyList<LayerClaim> claims)
    {
        LayerClaim[] said = [.. claims.Where(claim => claim.Verdict != VerdictKind.Undetermined)];
        return said.Select(claim => claim.Verdict).Distinct().Count() switch
        {
            0 => claims[0],
            1 => said[0],
            _ => said[0] with
            {
                Verdict = VerdictKind.Undetermined,
                Reason = $"the meters disagree: {NumberText.List(said.Select(claim => $"{EnumWords.Of(claim.Verdict)} in {claim.Meter}"))}",
            },
        };
    }
}
