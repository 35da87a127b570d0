using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>Chord symbols: <c>Am7/E</c> as MusicXML's harmony, and back.</summary>
internal static partial class HarmonyText
{
    // The first text of a kind is the one that is written.
    private static readonly (string Text, string Kind)[] Kinds =
    [
        ("", "major"),
        ("maj", "major"),
        ("m", "minor"),
        ("min", "minor"),
        ("-", "minor"),
        ("7", "dominant"),
        ("maj7", "major-seventh"),
        ("M7", "major-seventh"),
        ("m7", "minor-seventh"),
        ("min7", "minor-seventh"),
        ("-7", "minor-seventh"),
        ("mmaj7", "major-minor"),
        ("dim", "diminished"),
        ("o", "diminished"),
        ("dim7", "diminished-seventh"),
        ("o7", "diminished-seventh"),
        ("m7b5", "half-diminished"),
        ("aug", "augmented"),
        ("+", "augmented"),
        ("aug7", "augmented-seventh"),
        ("6", "major-sixth"),
        ("m6", "minor-sixth"),
        ("9", "dominant-ninth"),
        ("maj9", "major-ninth"),
        ("m9", "minor-ninth"),
        ("11", "dominant-11th"),
        ("13", "dominant-13th"),
        ("sus2", "suspended-second"),
        ("sus4", "suspended-fourth"),
        ("sus", "suspended-fourth"),
        ("5", "power"),
    ];

    /// <summary>A chord symbol; null where the text is none.</summary>
    public static XElement? Harmony(string text)
    {
        Match match = Symbol().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        string kind = match.Groups["kind"].Value;
        string name = Kinds.FirstOrDefault(of => of.Text == kind).Kind ?? "other";
        XElement harmony = new(
            "harmony",
            Note("root", match.Groups["root"].Value, match.Groups["rootSign"].Value),
            new XElement("kind", new XAttribute("text", kind), name)
        );
        if (match.Groups["bass"].Success)
        {
            harmony.Add(Note("bass", match.Groups["bass"].Value.ToUpperInvariant(), match.Groups["bassSign"].Value));
        }

        return harmony;
    }

    /// <summary>What a harmony is in a word; null where it names no root.</summary>
    public static string? Text(XElement harmony)
    {
        if (Note(harmony.Element("root"), "root") is not { } root)
        {
            return null;
        }

        XElement? kind = harmony.Element("kind");
        // An empty text is that of a kind drawn by a sign or by its root alone.
        string name = (string?)kind?.Attribute("text") is { Length: > 0 } text
            ? text
            : Kinds.FirstOrDefault(of => of.Kind == kind?.Value.Trim()).Text ?? string.Empty;
        return root + name + (Note(harmony.Element("bass"), "bass") is { } bass ? "/" + bass : string.Empty);
    }

    private static XElement Note(string name, string letter, string sign) =>
        new(
            name,
            new XElement($"{name}-step", letter),
            sign.Length == 0 || sign == "=" ? null : new XElement($"{name}-alter", sign == "#" ? 1 : -1)
        );

    private static string? Note(XElement? of, string name) =>
        (string?)of?.Element($"{name}-step") is { Length: > 0 } step
            ? step.Trim()
                + ((string?)of.Element($"{name}-alter"))?.Trim() switch
                {
                    "1" => "#",
                    "-1" => "b",
                    _ => string.Empty,
                }
            : null;

    [GeneratedRegex("^(?<root>[A-G])(?<rootSign>[#b=]?)(?<kind>[^/\\s]*)(/(?<bass>[A-Ga-g])(?<bassSign>[#b=]?))?$")]
    private static partial Regex Symbol();
}
