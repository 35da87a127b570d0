using System.IO.Compression;
using Lilt.Recording;

namespace Lilt.Studies;

/// <summary>What was recorded while a network of the study wrote or read a tune.</summary>
public sealed record StudyRecording : StudyContent
{
    /// <param name="name">The file, such as <c>recording.npz</c>.</param>
    /// <param name="what">Which sites of which tune, in words.</param>
    /// <param name="recording">The recording.</param>
    public StudyRecording(string name, string what, TuneRecording recording)
        : base(name, what)
    {
        ArgumentNullException.ThrowIfNull(recording);
        Recording = recording;
    }

    /// <summary>The recording.</summary>
    public TuneRecording Recording { get; }

    internal override void Write(string path)
    {
        using RecordingWriter writer = new(path, many: false);
        writer.Write(Recording);
        writer.Complete();
    }

    /// <summary>Whether an archive is a recording, and no other arrays.</summary>
    internal static bool Is(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return archive.GetEntry("meta.json") is not null;
    }

    /// <summary>Reads one.</summary>
    internal static StudyRecording Read(string path, StudyFile file)
    {
        using RecordingReader reader = new(path);
        return new StudyRecording(file.Name, file.What, reader.Read(0));
    }
}
