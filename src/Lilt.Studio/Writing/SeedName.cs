using System.Globalization;
using Lilt.Generation;

namespace Lilt.Studio.Writing;

/// <summary>What a tune is called that a network wrote: its seed, and what else it was asked with that is not usual.</summary>
internal static class SeedName
{
    /// <summary>The name of a tune of a run.</summary>
    /// <param name="request">What the run was asked with.</param>
    /// <param name="index">The tune's place in it, from 0.</param>
    public static string Of(WriteRequest request, int index)
    {
        bool isStream = request.Generator == DrawMode.Stream;
        string generator = request.Generator switch
        {
            DrawMode.Stream when index > 0 => string.Create(CultureInfo.InvariantCulture, $", tune {index + 1} of its stream"),
            DrawMode.Stream => ", stream",
            DrawMode.Webapp => ", webapp",
            _ => "",
        };
        string limit =
            request.Limit == GenerationOptions.DefaultLimit ? "" : string.Create(CultureInfo.InvariantCulture, $", limit {request.Limit}");
        return string.Create(CultureInfo.InvariantCulture, $"seed {(isStream ? request.Seed : request.Seed + index)}{generator}{limit}");
    }
}
