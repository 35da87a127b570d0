namespace Lilt.Notation.MusicXml;

/// <summary>A file that is no MusicXML, or of a kind that is not read; the message says what, where and what to do.</summary>
public sealed class MusicXmlFormatException : FormatException
{
    /// <param name="message">What is wrong, in a sentence.</param>
    public MusicXmlFormatException(string message)
        : base(message) { }
}
