using Lilt.Studies;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>What the terminal says of a study.</summary>
public sealed class HeadlineTextTests
{
    [Fact]
    public void Write_Layers_StandInColumnsUnderTheAnswer()
    {
        string[] lines = Lines(
            new StudyHeadline(
                "Do they count?",
                "Layer 1 does.",
                ["Two measures disagree."],
                [
                    new LayerAnswer(1, 4, 9, 12, 0.985, 0.5, 1, VerdictKind.Supported, VerdictKind.Contradicted),
                    new LayerAnswer(2, 4, 10, 12, 0.985, 0.0712, 0.9, VerdictKind.Undetermined, VerdictKind.Undetermined),
                ]
            )
        );

        Assert.Equal(
            [
                "Do they count?",
                "Layer 1 does.",
                "",
                "layer  units that beat  units cut  measures counted  with them cut  with random ones cut  serves counting  relays the bar",
                "1      9 of 12          4 of 12    98.5 %            50.0 %         100.0 %               supported        contradicted",
                "2      10 of 12         4 of 12    98.5 %            7.1 %          90.0 %                undetermined     undetermined",
                "",
                "Two measures disagree.",
            ],
            lines
        );
    }

    [Fact]
    public void Write_NoControl_LeavesOutWhatIsNotKnown()
    {
        string[] lines = Lines(
            new StudyHeadline(
                "Do they count?",
                "Nothing is said.",
                [],
                [new LayerAnswer(1, 4, null, 12, null, null, null, VerdictKind.Undetermined, VerdictKind.Undetermined)]
            )
        );

        Assert.Equal("layer  units cut  serves counting  relays the bar", lines[3]);
        Assert.Equal("1      4 of 12    undetermined     undetermined", lines[4]);
    }

    private static string[] Lines(StudyHeadline headline)
    {
        using StringWriter output = new();
        HeadlineText.Write(output, headline);
        return output.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
    }
}
