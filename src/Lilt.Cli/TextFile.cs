using System.Text;

namespace Lilt.Cli;

/// <summary>A text file that is written beside its place and renamed when it is whole.</summary>
internal static class TextFile
{
    private const string Suffix = ".partial";

    /// <summary>Writes a file; where writing fails the old file stays as it was.</summary>
    public static void Replace(string path, Action<TextWriter> write)
    {
        string beside = path + Suffix;
        try
        {
            using (StreamWriter writer = new(beside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                writer.NewLine = "\n";
                write(writer);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
