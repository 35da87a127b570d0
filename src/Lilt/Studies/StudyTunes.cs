using System.Text;

namespace Lilt.Studies;

/// <summary>Tunes of a study in ABC.</summary>
public sealed record StudyTunes : StudyContent
{
    /// <param name="name">The file, such as <c>tunes.abc</c>.</param>
    /// <param name="what">Which tunes, in words.</param>
    /// <param name="abc">The tunes, numbered from 1 by X:, an empty line between.</param>
    public StudyTunes(string name, string what, string abc)
        : base(name, what) => Abc = abc;

    /// <summary>The tunes.</summary>
    public string Abc { get; }

    /// <summary>Of tunes that can be read, numbered anew.</summary>
    internal static StudyTunes Of(string name, string what, IEnumerable<StudyTune> tunes)
    {
        StringBuilder text = new();
        int number = 0;
        foreach (StudyTune tune in tunes.Where(tune => tune.Abc.Length > 0))
        {
            number++;
            text.Append(number > 1 ? "\n" : "")
                .Append("X:")
                .Append(NumberText.Number(number))
                .Append('\n')
                .Append(tune.Abc[(tune.Abc.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        }

        return new StudyTunes(name, what, text.ToString());
    }

    internal override void Write(string path) => WriteText(path, Abc);

    /// <summary>Reads some.</summary>
    internal static StudyTunes Read(string path, StudyFile file) => new(file.Name, file.What, File.ReadAllText(path));
}
