using System.CommandLine;
using System.CommandLine.Parsing;
using Lilt.Notation.Playing;

namespace Lilt.Cli;

/// <summary>The options that say how a tune is played.</summary>
internal sealed class PlayingArguments
{
    private readonly Option<PlayedSign[]> without = new("--without")
    {
        Description =
            "What is not played, one or more: graces (cuts too), rolls (~), trills (mordents and turns too), jumps (D.C., D.S., coda, fine), "
            + "macros (m:), swing (of hornpipes). Default: all is.",
        HelpName = ChoiceOption.Names<PlayedSign>(),
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<Swing?> swing = new("--swing")
    {
        Description = "The lilt of a dance, whatever R: says: jig 5:3:4, reel 3:2, hornpipe 2:1. Default: hornpipes (R:) alone.",
        HelpName = ChoiceOption.Names<Swing>(),
    };

    private readonly Option<Timbre> instrument = ChoiceOption.Create<Timbre>(
        "--instrument",
        "What plays: plucked strings, or a whistle. Default: plucked."
    );

    private readonly Option<bool> chords = new("--chords") { Description = "Plays the chord names too, bass and chord by turns." };
    private readonly Option<bool> metronome = new("--metronome") { Description = "Clicks the meter's beats along." };

    private readonly Option<bool> countIn = new("--count-in")
    {
        Description = "Clicks a measure before the tune; two where a measure has fewer than three beats.",
    };

    /// <summary>All of them, for a verb.</summary>
    public IEnumerable<Option> All => [without, swing, instrument, chords, metronome, countIn];

    /// <summary>What plays.</summary>
    public Timbre Timbre(ParseResult parsed) => parsed.GetValue(instrument);

    /// <summary>How it plays.</summary>
    /// <exception cref="InputException">Swing is asked for and left out.</exception>
    public TimelineOptions Options(ParseResult parsed)
    {
        PlayedSign[] left = parsed.GetValue(without) ?? [];
        Swing? dance = parsed.GetValue(swing);
        if (dance is not null && left.Contains(PlayedSign.Swing))
        {
            throw new InputException("--swing and --without swing contradict each other: give one of them.");
        }

        return new TimelineOptions
        {
            GraceNotes = !left.Contains(PlayedSign.Graces),
            Rolls = !left.Contains(PlayedSign.Rolls),
            Trills = !left.Contains(PlayedSign.Trills),
            Jumps = !left.Contains(PlayedSign.Jumps),
            Macros = !left.Contains(PlayedSign.Macros),
            SwingHornpipes = !left.Contains(PlayedSign.Swing),
            Swing = dance,
            Chords = parsed.GetValue(chords),
            Metronome = parsed.GetValue(metronome),
            CountIn = parsed.GetValue(countIn),
        };
    }
}
