namespace Lilt.Tests.Reference;

/// <summary>Tunes written for the tests, each for something that a reader and a player must do.</summary>
internal static class OwnTunes
{
    private static readonly (string About, string Header, string Music)[] Tunes =
    [
        ("a plain repeat with a pickup", "M:6/8\nL:1/8\nK:G", "D|GBd gdB|c2A AFD|GBd g2e|dBA G2:|"),
        ("two repeats, the first bar line missing", "M:4/4\nL:1/8\nK:D", "A2 FA dAFA|B2GB A4:|\n|:f2df gfed|edcB A4:|"),
        ("a double repeat sign", "M:3/4\nL:1/4\nK:C", "|:C E G|c3::G E C|C3:|"),
        ("first and second endings", "M:4/4\nL:1/8\nK:A", "|:cBAc e2ce|1 fedc B4:|2 fedc A4||"),
        ("endings in brackets over lines", "M:2/4\nL:1/16\nK:Em", "|:E2G2 B2e2|[1 d2B2 A4:|\n[2 d2B2 E4|]"),
        ("endings of four passes", "M:4/4\nL:1/4\nK:F", "|:FGAc|1,3 BAGF:|2 c4:|4 F4|"),
        ("parts in playing order", "M:4/4\nL:1/4\nP:ABAC\nK:G", "P:A\nGABc|\nP:B\ndcBA|\nP:C\nG4|"),
        ("parts taken several times", "M:2/4\nL:1/8\nP:(AB)2A\nK:D", "P:A\nd2AF|\nP:B\nE2D2|"),
        ("triplets, quadruplets, a quintuplet", "M:4/4\nL:1/8\nK:C", "(3CDE (3GFE c4|(4CDEF (5GABcd|"),
        ("a tuplet of given length", "M:4/4\nL:1/8\nK:C", "(3:2:4C2DEF (6:4:6GABcde|"),
        ("a quintuplet in compound time", "M:6/8\nL:1/8\nK:C", "(5CDEFG c3|"),
        ("broken rhythm of two depths", "M:4/4\nL:1/8\nK:G", "G>A B<c d>>e f<<g|"),
        ("accidentals to the bar's end, then the key again", "M:4/4\nL:1/4\nK:G", "F^FfF|=F F f ^c|c F _B B|"),
        ("flats and double sharps in a minor key", "M:4/4\nL:1/4\nK:Cm", "E A B ^^F|=E e __B B|"),
        ("modes", "M:4/4\nL:1/8\nK:Ador", "ABcd efga|"),
        ("a mixolydian key with its own accidentals", "M:4/4\nL:1/8\nK:DMix ^g", "dcBA GFED|gfed c4|"),
        ("ties inside and across bars", "M:4/4\nL:1/4\nK:C", "C2-CD|E4-|E2 F2-|F-F G2|"),
        ("a tied accidental", "M:4/4\nL:1/4\nK:C", "^F4-|F2 F2|"),
        ("chords, one of them with lengths of its own", "M:4/4\nL:1/4\nK:C", "[CEG]2 [DF]|[C2E2G2]|[C-E]C c|"),
        ("rests of all kinds", "M:4/4\nL:1/4\nK:C", "C z D x|Z|z2 E F|"),
        ("octaves", "M:4/4\nL:1/4\nK:C", "C,, C, C c|c' c'' c C|"),
        ("a new meter and a new unit inside", "M:4/4\nL:1/8\nK:C", "C2E2 G2c2|\nM:3/4\nL:1/4\nc G E|C3|"),
        ("a new key inside, in brackets", "M:4/4\nL:1/4\nK:C", "F G A B|[K:D] F G A c|"),
        ("the default unit of 2/4", "M:2/4\nK:C", "CDEF GABc|"),
        ("chord symbols and words that don't sound", "M:4/4\nL:1/4\nK:G", "\"G\"G \"^up\"B \"D7/F#\"d2|"),
        ("slurs, decorations off the rhythm, line continuation", "M:4/4\nL:1/8\nK:G", "(GA)Bc d2\\\n uB2|vG4 G4|"),
        ("a common time and a cut time", "M:C|\nL:1/8\nK:C", "C4 E4|G8|"),
        ("a hornpipe", "R:hornpipe\nM:4/4\nL:1/8\nK:D", "AB|d2fd Adfd|(3efe ce A2Bc|d2dc dAFA|D2 F2 D2:|"),
        ("two voices", "M:4/4\nL:1/4\nK:C", "V:1\nC D E F|G4|\nV:2\nE F G A|B4|"),
    ];

    /// <summary>What each is about.</summary>
    public static IReadOnlyList<string> Abouts { get; } = [.. Tunes.Select(tune => tune.About)];

    /// <summary>ABC, one tune a text.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [.. Tunes.Select((tune, i) => FormattableString.Invariant($"X:{i + 1}\nT:{tune.About}\n{tune.Header}\n{tune.Music}\n"))];
}
