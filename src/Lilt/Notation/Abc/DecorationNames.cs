using System.Collections.Frozen;
using Lilt.Notation.Playing;

namespace Lilt.Notation.Abc;

/// <summary>The names that may stand between <c>!</c> and <c>!</c>. Source: ABC 2.1, 4.14; the last row is in wide use.</summary>
internal static class DecorationNames
{
    private static readonly FrozenSet<string> Known = string.Join(
            ' ',
            "trill trill( trill) lowermordent uppermordent mordent pralltriller roll turn turnx invertedturn invertedturnx arpeggio",
            "> accent emphasis fermata invertedfermata tenuto 0 1 2 3 4 5 + plus snap slide wedge upbow downbow open thumb breath",
            "pppp ppp pp p mp mf f ff fff ffff sfz crescendo( <( crescendo) <) diminuendo( >( diminuendo) >)",
            "segno coda D.S. D.C. dacoda dacapo fine shortphrase mediumphrase longphrase nil none",
            "staccato marcato ^ // / /// //// fp sf rf cresc dim decresc cut xstem beambr1 beambr2 courtesy editorial dot"
        )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text is a decoration's name, a direction's words among them (<c>D.C. al coda</c>).</summary>
    public static bool Contains(string name) => Known.Contains(name) || DirectionText.Parse(name) is not null;
}
