using Lilt.Network;
using Lilt.Studies;
using Lilt.Studies.Part7;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies.Part7;

/// <summary>What is kept of a study until it is whole.</summary>
public sealed class Part7LedgerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-ledger").FullName;
    private readonly Model model = MetronomeModel.Create();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Options_StudyGoneOnWith_HoldTheCommandThatBeganIt()
    {
        Begin();
        using Part7Ledger goneOn = new(Study, resume: true, model, Asked("gone on") with { Threads = 3 });

        Assert.Equal(("begun", 3), (goneOn.Options.Commands.Study, goneOn.Options.Threads));
        Assert.Null(goneOn.ThrownAway);
    }

    [Fact]
    public void ThrownAway_StudyBegunAgain_SaysSo()
    {
        Begin();
        using Part7Ledger again = new(Study, resume: false, model, Asked("again"));

        Assert.Equal("again", again.Options.Commands.Study);
        Assert.Equal(
            "begun again from the start, without what a study that did not end had made; --resume goes on with such a study.",
            again.ThrownAway
        );
    }

    [Fact]
    public void Part7Ledger_OtherOptions_AreNotGoneOnWith()
    {
        Begin();

        Assert.Throws<FormatException>(() => new Part7Ledger(Study, resume: true, model, Asked("begun") with { Temperature = 0.5f }));
    }

    [Fact]
    public void Discard_StudyThatIsWhole_LeavesNothing()
    {
        Begin();
        using (Part7Ledger goneOn = new(Study, resume: true, model, Asked("begun")))
        {
            goneOn.Discard();
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    private string Study => Path.Combine(folder, "study");

    private static Part7Options Asked(string command) => new() { Commands = new StudyCommands(command, "", "", "") };

    // A part that holds no reading is whole, and so goes on being kept.
    private void Begin()
    {
        using Part7Ledger began = new(Study, resume: false, model, Asked("begun"));
        Assert.Null(began.ThrownAway);
        Assert.Equal("Nothing is kept: the same command makes it from the start.", began.Kept);
        began.Ledger.Keep(1, [], 0, []);
    }
}
