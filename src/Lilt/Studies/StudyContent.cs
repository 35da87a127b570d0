using System.Text;

namespace Lilt.Studies;

/// <summary>A file of a study beside its numbers. Immutable.</summary>
public abstract record StudyContent
{
    private protected StudyContent(string name, string what)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        What = what;
    }

    /// <summary>Its path in the study's folder, parted by <c>/</c>.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public string What { get; }

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where; its folder is there, and no file of the name.</param>
    internal abstract void Write(string path);

    /// <summary>Writes a text as every file of a study has it: UTF-8 without a mark.</summary>
    internal static void WriteText(string path, string text) =>
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
