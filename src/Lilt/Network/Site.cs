using System.Globalization;

namespace Lilt.Network;

/// <summary>A place in the network that a probe sees: <c>L2.h</c>, <c>input</c>, <c>logits</c>, <c>posterior</c>.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Layer">1 to S for the sites of a layer; 0 for input, logits and posterior.</param>
public readonly record struct Site(SiteKind Kind, int Layer)
{
    private const string LayerLetters = "ifgoch";

    /// <summary>x.</summary>
    public static Site Input => new(SiteKind.Input, 0);

    /// <summary>z.</summary>
    public static Site Logits => new(SiteKind.Logits, 0);

    /// <summary>p.</summary>
    public static Site Posterior => new(SiteKind.Posterior, 0);

    /// <summary>Whether it belongs to a layer, and so has H values; the others have V.</summary>
    public bool IsOfLayer => Kind is >= SiteKind.InputGate and <= SiteKind.Hidden;

    /// <summary>h of a layer, [H].</summary>
    public static Site H(int layer) => new(SiteKind.Hidden, layer);

    /// <summary>c of a layer, [H].</summary>
    public static Site C(int layer) => new(SiteKind.Cell, layer);

    /// <summary>Reads <c>L1.h</c> and its like.</summary>
    public static bool TryParse(string? text, out Site site)
    {
        site = default;
        switch (text)
        {
            case null:
                return false;
            case "input":
                site = Input;
                return true;
            case "logits":
                site = Logits;
                return true;
            case "posterior":
                site = Posterior;
                return true;
        }

        int dot = text.IndexOf('.', StringComparison.Ordinal);
        if (
            dot < 2
            || dot != text.Length - 2
            || text[0] != 'L'
            || !int.TryParse(text.AsSpan(1, dot - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int layer)
            || layer < 1
        )
        {
            return false;
        }

        int letter = LayerLetters.IndexOf(text[^1], StringComparison.Ordinal);
        site = new Site(SiteKind.InputGate + letter, layer);
        return letter >= 0;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Kind switch
        {
            SiteKind.Input => "input",
            SiteKind.Logits => "logits",
            SiteKind.Posterior => "posterior",
            _ => string.Create(CultureInfo.InvariantCulture, $"L{Layer}.{LayerLetters[Kind - SiteKind.InputGate]}"),
        };
}
