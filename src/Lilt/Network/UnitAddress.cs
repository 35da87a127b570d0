using System.Globalization;

namespace Lilt.Network;

/// <summary>One value of a site: <c>L1.h[247]</c>.</summary>
/// <param name="Site">The site.</param>
/// <param name="Unit">From 0.</param>
public readonly record struct UnitAddress(Site Site, int Unit)
{
    /// <summary>Reads <c>L1.h[247]</c> and its like.</summary>
    public static bool TryParse(string? text, out UnitAddress address)
    {
        address = default;
        int bracket = text?.IndexOf('[', StringComparison.Ordinal) ?? -1;
        if (
            bracket < 0
            || text![^1] != ']'
            || !Site.TryParse(text[..bracket], out Site site)
            || !int.TryParse(
                text.AsSpan(bracket + 1, text.Length - bracket - 2),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int unit
            )
        )
        {
            return false;
        }

        address = new UnitAddress(site, unit);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Site}[{Unit}]");
}
