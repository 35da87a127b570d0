using System.CommandLine;
using Lilt.Network;
using Lilt.Studies;
using Lilt.Studies.Look;

namespace Lilt.Cli;

/// <summary>The options of <c>lilt study look</c>, and what they ask for.</summary>
internal sealed class LookArguments : StudyArguments
{
    /// <inheritdoc/>
    public override StudyKind Kind => LookStudy.Kind;

    /// <inheritdoc/>
    public override string Description =>
        "Makes the network write a tune and shows what is inside while it does: the tune, the hidden states, the posterior, and the units\n"
        + "that go with its measures. For a first look, in some seconds; it tests nothing.\n"
        + "Example: lilt study look --seed 42 --out look";

    /// <inheritdoc/>
    public override string Heading => "A first look";

    /// <inheritdoc/>
    public override IEnumerable<Option> All => [.. OfTune, Folder, Force, Generation.Threads];

    /// <inheritdoc/>
    public override StudyWork Begin(ParseResult parsed, Model model, TextWriter messages) => Again(parsed, model, CommandText.Of(parsed));

    /// <inheritdoc/>
    public override StudyWork Again(ParseResult recorded, Model model, string command)
    {
        LookOptions options = OfTuneOf(new LookOptions(), new ParsedOptions(recorded), model, command);
        return new StudyWork((progress, cancellation) => LookStudy.Run(model, options, progress, cancellation));
    }
}
