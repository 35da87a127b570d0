using Lilt.Notation.Tokens;

namespace Lilt.Planting;

/// <summary>The tokens of networks made to order: folk-rnn's, as many as they need.</summary>
internal static class PlantedTokens
{
    public const int Start = 0;
    public const int End = 1;
    public const int Meter = 2;
    public const int Key = 3;
    public const int Bar = 4;
    public const int FirstPitch = 5;
    public const int Count = 13;

    /// <summary>V = 13.</summary>
    public static Vocabulary Vocabulary { get; } = new(["<s>", "</s>", "M:4/4", "K:Cmaj", "|", "C", "D", "E", "F", "G", "A", "B", "c"]);

    /// <summary>What a tune begins with.</summary>
    public static IReadOnlyList<Token> Header { get; } = [new Token(Meter), new Token(Key)];
}
