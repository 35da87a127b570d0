using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Planting.Causes;
using Xunit;

namespace Lilt.Tests.Alignment;

public sealed class MeasureClockTests
{
    private static readonly string[] Music =
    [
        .. CausalTokens.Vocabulary.Texts.Where(text =>
            TokenKinds.Of(text) is TokenKind.Pitch or TokenKind.Rest or TokenKind.Tuplet or TokenKind.ChordEnd
        ),
    ];

    [Theory]
    [InlineData("M:4/4")]
    [InlineData("M:6/8")]
    public void Take_AnyTokens_IsAsFarAndAsOpenAsTheWholeTuneSays(string meter)
    {
        Random random = new(11);
        for (int tune = 0; tune < 400; tune++)
        {
            string[] texts = [meter, "K:Cmaj", .. Written(random), "</s>"];
            OpenPlaces places = OpenPlaces.Of(texts);
            MeasureClock clock = new(Meter.Parse(meter[2..])!, new Fraction(1, 8));
            for (int step = 2; step < texts.Length; step++)
            {
                if (places.TryFind(step, out OpenPlace place))
                {
                    Assert.True(clock.IsOpen, $"{string.Join(' ', texts)}: step {step}");
                    Assert.True(
                        place.Distance == clock.Distance,
                        $"{string.Join(' ', texts)}: step {step}, {place.Distance} and {clock.Distance}"
                    );
                }
                else if (TokenKinds.Of(texts[step]) is not (TokenKind.Duration or TokenKind.Broken or TokenKind.Tie))
                {
                    Assert.False(clock.IsOpen, $"{string.Join(' ', texts)}: step {step}");
                }

                clock.Take(TokenGrammar.Read(texts[step]));
            }
        }
    }

    // Notes and lengths more often than bars, chords and tuplets, as music has them; a length stands behind a note.
    private static IEnumerable<string> Written(Random random)
    {
        for (int note = 0; note < 25; note++)
        {
            string drawn = random.Next(10) switch
            {
                < 5 => ((string[])["C", "D", "e", "z"])[random.Next(4)],
                < 7 => ((string[])["|", ":|", "|:"])[random.Next(3)],
                < 8 => "]",
                _ => Music[random.Next(Music.Length)],
            };
            foreach (string token in drawn == "]" ? ["[", "C", "E", drawn] : (string[])[drawn])
            {
                yield return token;
            }

            if (TokenKinds.Of(drawn) is TokenKind.Pitch or TokenKind.Rest or TokenKind.ChordEnd && random.Next(2) == 0)
            {
                yield return ((string[])["2", "3", "/2", "3/2", "2>", ">", "<"])[random.Next(7)];
            }
        }
    }
}
