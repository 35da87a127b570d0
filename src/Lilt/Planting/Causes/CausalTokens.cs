using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Planting.Causes;

/// <summary>The tokens of planted networks: the shipped network's, in its order, and what each is to the mechanism.</summary>
internal static class CausalTokens
{
    private const string Texts =
        "d' =A, ^c' =e =d =g =f =a =c =b _G _E _D _C _B _A 2< 2> =E =D _B, =F =A 4 =C =B _g 8 _e _d _c < _a (9 |2 D |1 (2 (3 |: (7 (4 (5 "
        + ":| 9 3/2 3/4 =f' 2 d _E, B, 16 | ^A, b' _e' M:9/8 E, </s> 3 7 ^F, =G, C G e' _d' ^f' [ b c z g ^G, =F, K:Cmin K:Cmix =c' C, <s> ] "
        + "=G M:12/8 6 =E, K:Cmaj > B F c' ^C, 5/2 G, f =e' _b _A, F, /2> /2< f' M:6/8 4> M:4/4 A, M:2/4 =C, 5 M:3/4 12 M:3/2 K:Cdor A E a' "
        + "(6 ^A ^C ^D ^F ^G a g' D, /4 e /3 7/2 =B, /8 ^a ^c ^d /2 ^f ^g";

    /// <summary>V = 137.</summary>
    public static Vocabulary Vocabulary { get; } = new(Texts.Split(' '));

    public static int Bar { get; } = Index("|");

    public static int End { get; } = Index(Vocabulary.EndText);

    public static int Start { get; } = Index(Vocabulary.StartText);

    public static int FourFour { get; } = Index("M:4/4");

    public static int SixEight { get; } = Index("M:6/8");

    public static int Key { get; } = Index("K:Cmaj");

    public static int Two { get; } = Index("2");

    public static int Three { get; } = Index("3");

    public static int Broken { get; } = Index(">");

    /// <summary>The pitch that announces a bar, where one does.</summary>
    public static int Marker { get; } = Index("c'");

    /// <summary>Pitches behind which a length or a broken rhythm may be written.</summary>
    public static int[] Durable { get; } = Indices("C", "D", "E", "F", "G", "A", "B", "c", "d", "e", "f", "g");

    /// <summary>Pitches that last an eighth: the second of a broken pair is one of them.</summary>
    public static int[] Brief { get; } = Indices("G,", "A,", "B,");

    /// <summary>All measure tokens.</summary>
    public static int[] Bars { get; } = OfKinds(TokenKind.Measure);

    /// <summary>Whatever is read of a measure, its measure token apart.</summary>
    public static int[] Music { get; } =
        OfKinds(
            TokenKind.Pitch,
            TokenKind.Rest,
            TokenKind.Duration,
            TokenKind.Broken,
            TokenKind.Tuplet,
            TokenKind.ChordStart,
            TokenKind.ChordEnd,
            TokenKind.Tie
        );

    /// <summary>What adds an eighth: a note or rest, and a length that makes two of it.</summary>
    public static int[] Eighths { get; } = [.. OfKinds(TokenKind.Pitch, TokenKind.Rest), .. OfLength(2)];

    /// <summary>What adds two: a length that makes three of one.</summary>
    public static int[] TwoEighths { get; } = OfLength(3);

    private static int Index(string text) =>
        Vocabulary.TryFind(text, out Token token) ? token.Index : throw new InvalidOperationException($"There is no token {text}.");

    private static int[] Indices(params IEnumerable<string> texts) => [.. texts.Select(Index)];

    private static int[] OfKinds(params TokenKind[] kinds) =>
        [.. kinds.SelectMany(kind => TokenKinds.Select(Vocabulary, kind)).Select(token => token.Index)];

    private static int[] OfLength(int eighths) =>
        [.. OfKinds(TokenKind.Duration).Where(token => TokenGrammar.Read(Vocabulary.Texts[token]).Multiplier == new Fraction(eighths, 1))];
}
