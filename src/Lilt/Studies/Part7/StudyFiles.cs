using System.IO.Compression;
using System.Text;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Studies.Control;

namespace Lilt.Studies.Part7;

/// <summary>The files of a study's folder: what they are, and how they are written.</summary>
internal static class StudyFiles
{
    /// <summary>The study's numbers.</summary>
    public const string Numbers = "study.json";

    /// <summary>The page.</summary>
    public const string Page = "index.html";

    private const string Plans = "plans";

    // The earliest date that a zip archive can hold: equal numbers are equal files.
    private static readonly DateTimeOffset FixedDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>All files but the page, with what each holds.</summary>
    public static IReadOnlyList<StudyFile> Names(Part7Figures figures, ControlResult? control)
    {
        List<StudyFile> files =
        [
            new(Numbers, "all numbers of this page"),
            new("tunes.abc", "the studied tune and those of the cut and stimulated networks"),
            new("recording.npz", "every site of the studied tune at every step: i, f, g, o, c, h [T, S, H], logits, posterior [T, V]"),
            new("spectra.npz", "the magnitude spectra of every unit: hann, rectangular, rectified [S, H, bins], posterior [V, bins], frequencies"),
        ];
        foreach (Excision cut in figures.Excision.Cuts)
        {
            files.Add(new StudyFile(cut.PlanFile, $"the plan of “{cut.Tune.Name}”"));
            files.Add(new StudyFile(RecordingOf(cut.PlanFile), $"h and posterior of “{cut.Tune.Name}”"));
        }

        foreach (StimulatedRun run in figures.Stimulation.Runs)
        {
            files.Add(new StudyFile(run.PlanFile, $"the plan of “{run.Tune.Name}”"));
            files.Add(new StudyFile(RecordingOf(run.PlanFile), $"c, h and posterior of “{run.Tune.Name}”"));
        }

        foreach (StudyTable table in StudyTables.Of(figures, [], null, [], control))
        {
            files.Add(new StudyFile(table.Name + ".csv", table.What));
        }

        return files;
    }

    /// <summary>Writes all files into an empty folder.</summary>
    /// <param name="study">The study.</param>
    /// <param name="folder">It must be there.</param>
    /// <param name="page">The report's form, with one place for the title and one for the study; null to leave the page out.</param>
    public static void Write(Part7Study study, string folder, string? page)
    {
        Directory.CreateDirectory(Path.Combine(folder, Plans));
        Task.WhenAll(
            Task.Run(() => WriteSpectra(Path.Combine(folder, "spectra.npz"), study.Material)),
            Task.Run(() => WriteRecordings(study, folder)),
            Task.Run(() => WriteNumbers(study, folder, page))).GetAwaiter().GetResult();
    }

    /// <summary>The report's form with a study in it.</summary>
    public static string FillIn(string form, string title, string json)
    {
        const string TitlePlace = "{{LILT_TITLE}}";
        const string StudyPlace = "{{LILT_STUDY}}";
        string[] parts = form.Split(StudyPlace);
        if (parts.Length != 2 || !parts[0].Contains(TitlePlace, StringComparison.Ordinal))
        {
            throw new ArgumentException("The report's form has not one place for the title and one for the study.", nameof(form));
        }

        // Inside a script element no '<' of the numbers may begin an end tag or a comment.
        string held = json.Replace("<", "\\u003c", StringComparison.Ordinal);
        return parts[0].Replace(TitlePlace, System.Net.WebUtility.HtmlEncode(title), StringComparison.Ordinal) + held + parts[1];
    }

    private static void WriteNumbers(Part7Study study, string folder, string? page)
    {
        string json = StudyJson.Text(study.Document);
        WriteText(folder, Numbers, json + "\n");
        if (page is not null)
        {
            WriteText(folder, Page, FillIn(page, study.Document.Title, json));
        }

        WriteText(folder, "tunes.abc", Abc(study));
        foreach (StudyTable table in StudyTables.Of(study.Document.Figures, study.Bindings, study.Beat, study.Verdicts, study.Control))
        {
            WriteText(folder, table.Name + ".csv", table.Csv());
        }
    }

    private static void WriteRecordings(Part7Study study, string folder)
    {
        WriteRecording(Path.Combine(folder, "recording.npz"), study.Material.Recording);
        foreach (CutRun cut in study.Cuts)
        {
            WriteText(folder, $"{Plans}/{cut.File}.json", cut.Plan.ToJson() + "\n");
            WriteRecording(Path.Combine(folder, cut.File + ".npz"), Planned(cut.Run.Recording!, cut.Plan));
        }

        foreach (StimulusRun run in study.Stimuli)
        {
            WriteText(folder, $"{Plans}/{run.File}.json", run.Plan.ToJson() + "\n");
            WriteRecording(Path.Combine(folder, run.File + ".npz"), Planned(run.Run.Recording!, run.Plan));
        }
    }

    private static string RecordingOf(string planFile) => Path.GetFileNameWithoutExtension(planFile) + ".npz";

    private static TuneRecording Planned(TuneRecording recording, Operations.OperationPlan plan)
    {
        Dictionary<SiteKind, float[]> arrays = recording.Kinds.ToDictionary(kind => kind, kind => recording.Values(kind).ToArray());
        RecordingFacts facts = recording.Facts with { Plan = System.Text.Json.Nodes.JsonNode.Parse(plan.ToJson()) };
        return new TuneRecording(facts, recording.Input, recording.Output, arrays);
    }

    private static string Abc(Part7Study study)
    {
        StringBuilder text = new();
        int number = 0;
        IEnumerable<StudyTune> tunes =
        [
            study.Document.Figures.Tune.Tune,
            .. study.Document.Figures.Excision.Cuts.Select(cut => cut.Tune),
            .. study.Document.Figures.Stimulation.Runs.Select(run => run.Tune),
        ];
        foreach (StudyTune tune in tunes.Where(tune => tune.Abc.Length > 0))
        {
            number++;
            text.Append(number > 1 ? "\n" : "").Append("X:").Append(NumberText.Number(number)).Append('\n').Append(tune.Abc[(tune.Abc.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        }

        return text.ToString();
    }

    private static void WriteText(string folder, string name, string text) =>
        File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static void WriteRecording(string path, TuneRecording recording)
    {
        using RecordingWriter writer = new(path, many: false);
        writer.Write(recording);
        writer.Complete();
    }

    private static void WriteSpectra(string path, Part7Material material)
    {
        using FileStream stream = new(path, FileMode.CreateNew);
        using ZipArchive archive = new(stream, ZipArchiveMode.Create);
        Spectra.SpectralGrid grid = material.Hann[0].Grid;
        Member(archive, "frequencies", [grid.Bins], [.. Enumerable.Range(0, grid.Bins).Select(bin => (float)grid.FrequencyAt(bin))]);
        Member(archive, "hann", [material.Hann.Count, material.Hann[0].Units, grid.Bins], Flat(material.Hann));
        Member(archive, "posterior", [material.HannPosterior.Units, grid.Bins], Flat([material.HannPosterior]));
        Member(archive, "rectangular", [material.Rectangular.Count, material.Rectangular[0].Units, grid.Bins], Flat(material.Rectangular));
        Member(archive, "rectified", [material.Rectified.Count, material.Rectified[0].Units, grid.Bins], Flat(material.Rectified));
    }

    private static float[] Flat(IReadOnlyList<Spectra.LayerSpectra> layers)
    {
        int bins = layers[0].Grid.Bins;
        float[] flat = new float[layers.Sum(layer => layer.Units) * bins];
        int at = 0;
        foreach (Spectra.LayerSpectra layer in layers)
        {
            for (int unit = 0; unit < layer.Units; unit++)
            {
                foreach (double magnitude in layer.Magnitudes(unit))
                {
                    flat[at++] = (float)magnitude;
                }
            }
        }

        return flat;
    }

    private static void Member(ZipArchive archive, string name, int[] shape, float[] values)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name + ".npy", CompressionLevel.NoCompression);
        entry.LastWriteTime = FixedDate;
        using Stream stream = entry.Open();
        NumpyArray.Write<float>(stream, NumpyArray.Float32, shape, values);
    }
}
