using System.Text;
using Lilt.Files;

namespace Lilt.Cli;

/// <summary>A text file in UTF-8 that is written beside its place and renamed when it is whole.</summary>
internal static class TextFile
{
    /// <summary>Writes a file; where writing fails the old file stays as it was.</summary>
    public static void Replace(string path, Action<TextWriter> write) =>
        ReplacedFile.Write(
            path,
            stream =>
            {
                using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
                {
                    NewLine = "\n",
                };
                write(writer);
            }
        );
}
