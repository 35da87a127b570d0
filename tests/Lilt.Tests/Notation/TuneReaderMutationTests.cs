using Lilt.Assessment;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;
using Xunit;

namespace Lilt.Tests.Notation;

/// <summary>No text, however damaged, makes reading, counting, writing or transposing throw or run long.</summary>
public sealed class TuneReaderMutationTests
{
    private const int Mutations = 100_000;
    private const int Seed = 20180111;

    // A guard against a hang, no measure of speed: ten million characters are read in some seconds, and quadratic time would take hours.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // What a character may cost: the elements, tokens and places that are kept of it. Growth with the square of the length would be over it
    // a thousandfold.
    private const long BytesACharacter = 1000;

    private static readonly string[] Sources =
    [
        "X:1\nT:Mutant\nM:6/8\nL:1/8\nQ:3/8=120\nP:A2B\nK:Dmix ^c\nP:A\n|:\"D\"~A3 {g}FED|(3FGA B>A d2-|[1 d2 z:|[2 [df]3/2[ceg]/ \\\n||[M:4/4] w & x4|]\nw:la la\nV:2\nZ2|X|\n",
        "%%begintext\nwords\n\nmore\n%%endtext\nM:3/4\n\nX:1\nX:2\nK:HP\nU:n=!trill!\nn.A(3::2B+f+c\"^x\"d(e)|\n%%propagate-accidentals octave\n\nfree text\n",
        "M:4/4\nK:Cdor\n|: c C C /2 C 2> G (3 C C =C | [ c _e g ] 2 z |1 A 4 :| |2 B, |\n",
        "M:4/4 K:mix |: =d ^c | =B 2 - =G < =A :|\n<s> M:6/8 K:Cmaj A | B 3 c 2 </s>\n",
    ];

    private const string Alphabet = "ABCDEFGabcdefgzxyZX|:[](){}<>^_=,'/0123456789 \n\r\t\"!+-~.&\\%*K:M:L:Q:V:P:<s></s>é\u0000\uFFFF";

    [Fact]
    public void Read_ADamagedText_NeverThrows()
    {
        Random random = new(Seed);
        int tunes = 0;
        for (int i = 0; i < Mutations; i++)
        {
            string text = Mutate(Sources[i % Sources.Length], random);
            try
            {
                TuneBook book = TuneReader.Read(text);
                tunes += book.Tunes.Count;
                foreach (Tune tune in book.Tunes)
                {
                    Use(tune, i);
                }
            }
            catch (Exception e)
            {
                Assert.Fail($"mutation {i}: {e.GetType().Name} {e.Message}\n{text}\n{e.StackTrace}");
            }
        }

        Assert.True(tunes > Mutations / 2, "most damaged texts still hold a tune");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("\"")]
    [InlineData("{")]
    [InlineData("(")]
    [InlineData("|")]
    [InlineData("!")]
    [InlineData("[K:")]
    [InlineData("(3")]
    [InlineData("C'")]
    [InlineData("'")]
    [InlineData("9")]
    [InlineData("C>")]
    [InlineData("£$")]
    [InlineData("[CEG]2")]
    [InlineData("A 2 ")]
    public async Task Read_ALineOfTenMegabytes_TakesWorkInProportion(string unit)
    {
        // The whole ten megabytes for the first unit, a tenth for the others: enough to tell linear from quadratic.
        int length = unit == "[" ? 10_000_000 : 1_000_000;
        string text = "X:1\nM:4/4\nK:C\n" + string.Concat(Enumerable.Repeat(unit, length / unit.Length)) + "\n";
        Task<long> reading = Task.Run(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Tune tune = Assert.Single(TuneReader.Read(text).Tunes);
            MeasureCounter.Count(tune);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        long allocated = await reading.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.InRange(allocated, 0, BytesACharacter * length);
    }

    [Fact]
    public void Read_TheSameText_GivesTheSameFindings()
    {
        Random random = new(Seed);
        for (int i = 0; i < 100; i++)
        {
            string text = Mutate(Sources[i % Sources.Length], random);
            Assert.Equal(
                TuneReader.Read(text).Tunes.SelectMany(tune => tune.Findings),
                TuneReader.Read(text).Tunes.SelectMany(tune => tune.Findings)
            );
        }
    }

    private static void Use(Tune tune, int i)
    {
        foreach (Finding finding in tune.Findings)
        {
            Assert.True(finding.Line >= 1 && finding.Column >= 1);
        }

        MeasureCounter.Count(tune);
        if (i % 4 == 0)
        {
            TuneReader.Read(AbcWriter.Write(tune));
            TuneTokenizer.Tokenize(tune, CorpusFormat.V3, new Tonic(Letter.C, 1));
            Transposer.To(tune, new Tonic(Letter.F, 1));
        }
    }

    private static string Mutate(string source, Random random)
    {
        List<char> text = [.. source];
        int edits = random.Next(1, 12);
        for (int edit = 0; edit < edits; edit++)
        {
            int at = random.Next(text.Count + 1);
            int length = Math.Min(random.Next(1, 20), text.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    text.RemoveRange(at, length);
                    break;
                case 1:
                    text.InsertRange(at, text.GetRange(at, length));
                    break;
                case 2:
                    text.Insert(at, (char)random.Next(0x20, 0x180));
                    break;
                case 3 when length > 0:
                    text[at] = Alphabet[random.Next(Alphabet.Length)];
                    break;
                default:
                    text.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
                    break;
            }
        }

        return new string([.. text]);
    }
}
