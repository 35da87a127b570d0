using Lilt.Studies;

namespace Lilt.Studio.Tunes;

/// <summary>A site of a layer as a heat map.</summary>
/// <param name="Site">h.</param>
/// <param name="Layer">From 1.</param>
/// <param name="Matrix">[H rows, T columns].</param>
public sealed record HandoutPicture(string Site, int Layer, Matrix8 Matrix);
