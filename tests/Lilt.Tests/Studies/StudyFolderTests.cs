using System.Text.Json;
using System.Text.Json.Nodes;
using Lilt.Studies;
using Lilt.Studies.Part7.Figures;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies;

/// <summary>A study's folder: written, held, read again and compared.</summary>
public sealed class StudyFolderTests : IDisposable
{
    private const int Interval = MetronomeModel.Notes + 1;

    // Seven digits are written.
    private const double Written = 1e-6;

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-study").FullName;

    private string Place => Path.Combine(folder, "study");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Write_FolderIsThere_AsksForForceAndReplacesAStudyAlone()
    {
        StudyFolder.Write(MetronomeStudy.Made.Value, Place, page: null, force: false);
        File.WriteAllText(Path.Combine(Place, "left-over.csv"), "of an older study");

        Assert.Contains(
            "--force",
            Assert.Throws<StudyRefusedException>(() => StudyFolder.Write(MetronomeStudy.Made.Value, Place, null, force: false)).Message,
            StringComparison.Ordinal
        );
        StudyFolder.Write(MetronomeStudy.Made.Value, Place, null, force: true);
        Assert.False(File.Exists(Path.Combine(Place, "left-over.csv")));

        string other = Directory.CreateDirectory(Path.Combine(folder, "other")).FullName;
        File.WriteAllText(Path.Combine(other, "letter.txt"), "of somebody");
        Assert.Throws<StudyRefusedException>(() => StudyFolder.Write(MetronomeStudy.Made.Value, other, null, force: true));
        Assert.True(File.Exists(Path.Combine(other, "letter.txt")));
    }

    [Fact]
    public void Read_WrittenStudy_GivesTheSameStudy()
    {
        string again = Path.Combine(folder, "again");
        StudyFolder.Write(MetronomeStudy.Made.Value, Place, page: null, force: false);

        Study read = StudyFolder.Read(Place);
        StudyFolder.Write(read, again, page: null, force: false);

        Assert.Equal(StudyJson.Text(MetronomeStudy.Made.Value), StudyJson.Text(read));
        Assert.Equal(
            MetronomeStudy.Made.Value.Contents.Select(content => (content.GetType(), content.Name)),
            read.Contents.Select(content => (content.GetType(), content.Name))
        );
        Assert.All(
            MetronomeStudy.Made.Value.Files,
            file =>
                Assert.True(
                    File.ReadAllBytes(Path.Combine(Place, file.Name)).SequenceEqual(File.ReadAllBytes(Path.Combine(again, file.Name))),
                    file.Name
                )
        );
        Assert.Equal(MetronomeStudy.Made.Value.Figure<ExcisionFigure>().Cuts[0].Units, read.Figure<ExcisionFigure>().Cuts[0].Units);
    }

    [Fact]
    public void Read_FiguresLeftOut_AreThoseThatWereWrittenAndNoneOfABuildThatNamedNone()
    {
        FigureLeftOut left = new("stimulation", "nothing was stimulated");
        StudyFolder.Write(MetronomeStudy.Made.Value with { LeftOut = [left] }, Place, page: null, force: false);

        Assert.Equal([left], StudyFolder.Read(Place).LeftOut);

        string path = Path.Combine(Place, "study.json");
        JsonNode numbers = JsonNode.Parse(File.ReadAllText(path))!;
        Assert.True(numbers.AsObject().Remove("leftOut"));
        File.WriteAllText(path, numbers.ToJsonString());
        Assert.Empty(StudyFolder.Read(Place).LeftOut);
    }

    [Fact]
    public void Read_NoStudyOrOneOfAnUnknownKind_SaysSo()
    {
        Assert.Contains(
            "holds no study.json",
            Assert.Throws<StudyRefusedException>(() => StudyFolder.Read(folder)).Message,
            StringComparison.Ordinal
        );
        File.WriteAllText(
            Path.Combine(folder, "study.json"),
            """{"schema":"lilt-study/2","kind":"part8","provenance":{"command":"","modelHash":""}}"""
        );

        Assert.Contains("'part8'", Assert.Throws<StudyRefusedException>(() => StudyFolder.Read(folder)).Message, StringComparison.Ordinal);
        Assert.Contains("'part8'", Assert.Throws<StudyRefusedException>(() => StudyOrigin.Of(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_OfAnotherStudy_IsRefusedAndTheStudysOwnAreNamed() =>
        Assert.Contains(
            "softmaxAnatomy",
            Assert.Throws<ArgumentException>(() => MetronomeStudy.Made.Value.Figure<ForeignFigure>()).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Take_WhereAnotherMakesAStudy_IsRefused()
    {
        using (StudyFolder.Take(Place, force: false))
        {
            Assert.Throws<Lilt.Files.PlaceTakenException>(() =>
                StudyFolder.Write(MetronomeStudy.Made.Value, Place, page: null, force: true)
            );
        }

        Assert.False(Path.Exists(Place));
        StudyFolder.Write(MetronomeStudy.Made.Value, Place, page: null, force: false);
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(Place)!, Path.GetFileName(Place) + "*"));
    }

    [Fact]
    public void Take_OldStudySetAsideByAKilledRun_IsPutBack()
    {
        StudyFolder.Write(MetronomeStudy.Made.Value, Place, page: null, force: false);
        Directory.Move(Place, Place + ".replaced");

        Assert.Contains(
            "--force",
            Assert.Throws<StudyRefusedException>(() => StudyFolder.Take(Place, force: false)).Message,
            StringComparison.Ordinal
        );
        Assert.True(File.Exists(Path.Combine(Place, "study.json")));
        Assert.False(Directory.Exists(Place + ".replaced"));
    }

    [Fact]
    public void Write_Fails_LeavesNothingUnderTheName()
    {
        Assert.Throws<ArgumentException>(() => StudyFolder.Write(MetronomeStudy.Made.Value, Place, page: "no form", force: false));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void Differences_ChangedNumber_IsNamed()
    {
        string again = Path.Combine(folder, "again");
        StudyFolder.Write(MetronomeStudy.Made.Value, Place, null, force: false);
        StudyFolder.Write(MetronomeStudy.Made.Value, again, null, force: false);
        AssertSame(Place, again);

        string numbers = Path.Combine(Place, "study.json");
        File.WriteAllText(
            numbers,
            File.ReadAllText(numbers).Replace($"\"measureInterval\":{Interval}", "\"measureInterval\":8", StringComparison.Ordinal)
        );
        File.AppendAllText(Path.Combine(Place, "peaks.csv"), "one more\n");
        IReadOnlyList<string> differences = StudyVerification.Compare(Place, again).Differences;

        Assert.Equal(2, differences.Count);
        Assert.Contains(differences, difference => difference.StartsWith("peaks.csv: ", StringComparison.Ordinal));
        Assert.Contains("study.json: figures.excision.measureInterval: 8, made again 9", differences);
    }

    [Fact]
    public void Differences_PageOfAnotherForm_IsNone_AndOneOfOtherNumbersIsNamed()
    {
        const string Form = "<title>{{LILT_TITLE}}</title><script id=\"study\" type=\"application/json\">{{LILT_STUDY}}</script>";
        string again = Path.Combine(folder, "again");
        StudyFolder.Write(MetronomeStudy.Made.Value, Place, Form, force: false);
        StudyFolder.Write(MetronomeStudy.Made.Value, again, Form + "<p>drawn otherwise</p>", force: false);
        AssertSame(Place, again);

        string page = Path.Combine(Place, "index.html");
        File.WriteAllText(
            page,
            File.ReadAllText(page).Replace($"\"measureInterval\":{Interval}", "\"measureInterval\":8", StringComparison.Ordinal)
        );
        Assert.Equal(
            ["index.html: figures.excision.measureInterval: 8, made again 9"],
            StudyVerification.Compare(Place, again).Differences
        );

        File.WriteAllText(page, "nothing");
        Assert.Equal(["index.html: holds no study"], StudyVerification.Compare(Place, again).Differences);
    }

    [Fact]
    public void Compare_StudyOfABuildThatSaidLess_NamesWhatIsNewAndHoldsTheRest()
    {
        string again = Path.Combine(folder, "again");
        StudyFolder.Write(MetronomeStudy.Made.Value, Place, null, force: false);
        StudyFolder.Write(MetronomeStudy.Made.Value, again, null, force: false);
        string path = Path.Combine(Place, "study.json");
        JsonNode numbers = JsonNode.Parse(File.ReadAllText(path))!;
        JsonObject figures = numbers["figures"]!.AsObject();
        figures["excision"]!.AsObject().Remove("measureInterval");
        JsonArray cuts = figures["excision"]!["cuts"]!.AsArray();
        Assert.True(cuts.Count > 1);
        Assert.All(cuts, cut => Assert.True(cut!.AsObject().Remove("selection")));
        File.WriteAllText(path, numbers.ToJsonString());

        StudyComparison found = StudyVerification.Compare(Place, again);
        Assert.Empty(found.Differences);
        Assert.Equal(["figures.excision.cuts[].selection", "figures.excision.measureInterval"], found.NewMembers);

        // The other way round the one made again says less, and that is a difference.
        found = StudyVerification.Compare(again, Place);
        Assert.Empty(found.NewMembers);
        Assert.Equal(cuts.Count + 1, found.Differences.Count);
        Assert.Contains("study.json: figures.excision.measureInterval: stands in the study, and was not made again", found.Differences);

        // A list is not an object that grew: an entry more is a difference.
        cuts.RemoveAt(0);
        File.WriteAllText(path, numbers.ToJsonString());
        Assert.Contains(
            $"study.json: figures.excision.cuts: {cuts.Count} values, made again {cuts.Count + 1}",
            StudyVerification.Compare(Place, again).Differences
        );
    }

    [Fact]
    public void Read_NumbersOfABuildThatSaidLess_HaveWhatThisOneSaysMore()
    {
        StudyFolder.Write(MetronomeStudy.Made.Value, Place, null, force: false);
        string path = Path.Combine(Place, "study.json");
        string whole = File.ReadAllText(path);
        JsonNode numbers = JsonNode.Parse(whole)!;
        JsonArray units = numbers["figures"]!["boundUnits"]!["units"]!.AsArray();
        Assert.NotEmpty(units);
        Assert.All(units, unit => Assert.True(unit!.AsObject().Remove("hits")));
        numbers["figures"]!["boundUnits"]!["unheardOf"] = 7;
        numbers["figures"]!["unheardOf"] = 8;
        File.WriteAllText(path, numbers.ToJsonString());

        JsonNode read = JsonNode.Parse(StudyNumbers.Read(Place))!;

        Assert.Equal(7, (int)read["figures"]!["boundUnits"]!["unheardOf"]!);
        Assert.Equal(8, (int)read["figures"]!["unheardOf"]!);
        read["figures"]!["boundUnits"]!.AsObject().Remove("unheardOf");
        read["figures"]!.AsObject().Remove("unheardOf");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(whole), read));
    }

    [Fact]
    public void Write_EveryNamedFile_StandsThere()
    {
        StudyFolder.Write(MetronomeStudy.Made.Value, Place, "<title>{{LILT_TITLE}}</title>{{LILT_STUDY}}", force: false);

        Assert.All(MetronomeStudy.Made.Value.Files, file => Assert.True(File.Exists(Path.Combine(Place, file.Name)), file.Name));
        using JsonDocument numbers = JsonDocument.Parse(File.ReadAllText(Path.Combine(Place, "study.json")));
        Assert.Equal(
            Interval,
            numbers.RootElement.GetProperty("figures").GetProperty("excision").GetProperty("measureInterval").GetDouble(),
            Written
        );
        Assert.DoesNotContain("</s>", File.ReadAllText(Path.Combine(Place, "index.html")), StringComparison.Ordinal);
    }

    private static void AssertSame(string study, string again)
    {
        StudyComparison found = StudyVerification.Compare(study, again);
        Assert.Empty(found.Differences);
        Assert.Empty(found.NewMembers);
    }

    private sealed record ForeignFigure : Figure;
}
