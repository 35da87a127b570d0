using System.Text;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;
using Lilt.Planting.Causes;
using Lilt.Randomness;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Figures;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

/// <summary>A study made on a person's own tunes shows them as they are written.</summary>
public sealed class GivenTuneTests
{
    private static readonly Model Model = CausalNetwork.Make(CausalKind.Durations, 2, 32, 3).Model;

    [Fact]
    public void Run_TunesWrittenInAbc_OneIsShownInItsOwnText_AndEachTokenHasItsPlaceInThat()
    {
        WrittenTune[] written = [.. Enumerable.Range(0, 24).Select(number => WrittenTune.Parse(Text(number))!)];

        Study study = CausesStudy.Run(
            Model,
            new CausesOptions
            {
                Seed = 3,
                Pairs = 60,
                Given = [.. written.Select(tune => new GivenTune(Tokens(tune), tune))],
            }
        );

        StudyTune shown = study.Figure<ClockFaceFigure>().Tune;
        Assert.Contains(shown.Abc, written.Select(tune => tune.Drawn));
        Assert.Contains("(", shown.Abc, StringComparison.Ordinal);
        Assert.Contains("!trill!", shown.Abc, StringComparison.Ordinal);
        for (int step = 0; step < shown.Tokens.Count; step++)
        {
            if (TokenKinds.Of(shown.Tokens[step]) == TokenKind.Pitch)
            {
                Assert.Equal(shown.Tokens[step], shown.Abc[shown.Offsets[step]].ToString());
            }
        }
    }

    private static IReadOnlyList<Token> Tokens(WrittenTune tune)
    {
        IReadOnlyList<string> texts = TuneTokenizer.Tokenize(tune.Tune, CorpusFormat.V2, new Tonic(Letter.C, 0)).Tokens!;
        return
        [
            .. texts
                .Append(Vocabulary.EndText)
                .Select(text => Model.Vocabulary.TryFind(text, out Token token) ? token : throw new InvalidOperationException(text)),
        ];
    }

    // A slur, a trill and words, which no token has.
    private static string Text(int number)
    {
        SplitMix64 random = new(((Seed)1u).Derive("written tune", number));
        StringBuilder text = new($"X:{number + 1}\nT:Number {number + 1}\nM:4/4\nL:1/8\nK:C\n");
        for (int section = 0; section < 2; section++)
        {
            text.Append("|: ");
            for (int measure = 1; measure <= 8; measure++)
            {
                text.Append(measure == 1 ? "!trill!" : string.Empty).Append('(');
                for (int eighths = 8; eighths > 0; )
                {
                    text.Append("CDEFGAB"[random.Below(7)]);
                    bool isLong = eighths is not (5 or 1) && random.Below(4) == 0;
                    text.Append(isLong ? "2" : string.Empty);
                    eighths -= isLong ? 2 : 1;
                }

                text.Append(')').Append(measure < 8 ? " | " : " :|\n");
            }
        }

        return text.ToString();
    }
}
