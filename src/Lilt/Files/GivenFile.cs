namespace Lilt.Files;

/// <summary>Opens a file that a caller named. What the system refuses is one sentence, in an exception of the kind that it throws.</summary>
internal static class GivenFile
{
    private const int UsualBuffer = 4096;

    /// <summary>Opens a file to read it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bufferBytes">How much is read ahead.</param>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">Its folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a folder, or may not be read.</exception>
    /// <exception cref="IOException">The system refuses it for another reason.</exception>
    public static FileStream Open(string path, int bufferBytes = UsualBuffer)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { BufferSize = bufferBytes });
        }
        catch (FileNotFoundException e)
        {
            throw new FileNotFoundException(SystemSentence.Of(e), e.FileName, e);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new DirectoryNotFoundException(SystemSentence.Of(e), e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnauthorizedAccessException(SystemSentence.Of(e), e);
        }
    }
}
