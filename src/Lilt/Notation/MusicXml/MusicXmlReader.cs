using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>Reads a score in MusicXML, plain or compressed (<c>.mxl</c>), as a tune in ABC.</summary>
/// <remarks>A part is a voice, and the further voices of a part are overlays. Source: W3C, MusicXML 4.0, 2021.</remarks>
public static class MusicXmlReader
{
    private const int LargestText = 64 << 20;
    private const int LargestContainer = 1 << 20;
    private const int MostDepth = 100;

    /// <summary>Whether bytes look like a score: a zip, or XML with a score's root.</summary>
    public static bool IsScore(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\u0003\u0004"u8)
        || (
            Start(bytes).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<')
            && Start(bytes).Contains("<score-", StringComparison.Ordinal)
        );

    /// <summary>Reads a score.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="MusicXmlFormatException">It is none, or of a kind that is not read.</exception>
    public static MusicXmlText Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using Stream text = bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? Unpacked(bytes) : new MemoryStream(bytes, writable: false);
        XElement score = Parsed(text);
        if (score.Name.LocalName != "score-partwise")
        {
            throw new MusicXmlFormatException(
                score.Name.LocalName == "score-timewise"
                    ? "The score is ordered by time (score-timewise): save it by parts (score-partwise), as notation programs do."
                    : $"The file begins with <{score.Name.LocalName}> and not with <score-partwise>: it is no MusicXML."
            );
        }

        XElement[] parts = [.. score.Elements("part")];
        if (parts.Length == 0)
        {
            throw new MusicXmlFormatException("The score has no part: there is nothing to read.");
        }

        HashSet<string> remarks = [];
        StringBuilder abc = new("X:1\n");
        string?[] titles = [score.Element("work")?.Element("work-title")?.Value, score.Element("movement-title")?.Value];
        Field(abc, 'T', titles.FirstOrDefault(title => !string.IsNullOrWhiteSpace(title)));
        foreach (XElement creator in score.Element("identification")?.Elements("creator") ?? [])
        {
            Field(abc, 'C', creator.Value);
        }

        MusicXmlPartReader[] read = [.. parts.Select(part => new MusicXmlPartReader(part, remarks))];
        abc.Append(CultureInfo.InvariantCulture, $"M:{read[0].Meter}\nL:1/8\n");
        if (read.Select(part => part.Tempo).FirstOrDefault(of => of is not null) is { } tempo)
        {
            abc.Append(CultureInfo.InvariantCulture, $"Q:{tempo}\n");
        }

        abc.Append(CultureInfo.InvariantCulture, $"K:{read[0].Key}\n");
        for (int part = 0; part < read.Length; part++)
        {
            if (read.Length > 1)
            {
                abc.Append(CultureInfo.InvariantCulture, $"V:{part + 1}\n");
                if (read[part].Meter != read[0].Meter)
                {
                    abc.Append(CultureInfo.InvariantCulture, $"[M:{read[part].Meter}]");
                }

                if (read[part].Key != read[0].Key)
                {
                    abc.Append(CultureInfo.InvariantCulture, $"[K:{read[part].Key}]");
                }
            }

            read[part].Write(abc);
        }

        return new MusicXmlText(abc.ToString(), [.. remarks]);
    }

    private static string Start(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 4096)];
        return head is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(head)
            : head is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(head)
            : Encoding.UTF8.GetString(head);
    }

    private static void Field(StringBuilder abc, char name, string? text)
    {
        string line = string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > 0)
        {
            abc.Append(name).Append(':').Append(line.Replace("%", "\\%", StringComparison.Ordinal)).Append('\n');
        }
    }

    private static XElement Parsed(Stream text)
    {
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = LargestText,
        };
        try
        {
            // Looked through first, element by element: a score nests some ten deep, and to build thousands of elements inside each other,
            // or to name them all where they are not closed, takes seconds.
            using (XmlReader deep = XmlReader.Create(text, settings))
            {
                while (deep.Read())
                {
                    if (deep.Depth >= MostDepth)
                    {
                        throw new MusicXmlFormatException(
                            $"The score's elements stand more than {MostDepth} deep inside each other: it is no MusicXML."
                        );
                    }
                }
            }

            text.Position = 0;
            using XmlReader reader = XmlReader.Create(text, settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException e)
        {
            throw new MusicXmlFormatException($"The score is no well-formed XML: {e.Message}");
        }
    }

    // The container names the score; where it is missing, the first .musicxml or .xml of the archive is taken.
    private static MemoryStream Unpacked(byte[] bytes)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            string? named = null;
            if (archive.GetEntry("META-INF/container.xml") is { } container)
            {
                using MemoryStream text = Whole(container, LargestContainer);
                named = (string?)Parsed(text).Descendants().FirstOrDefault(of => of.Name.LocalName == "rootfile")?.Attribute("full-path");
            }

            ZipArchiveEntry score =
                (named is null ? null : archive.GetEntry(named))
                ?? archive.Entries.FirstOrDefault(of =>
                    !of.FullName.StartsWith("META-INF", StringComparison.Ordinal)
                    && (of.Name.EndsWith(".musicxml", StringComparison.Ordinal) || of.Name.EndsWith(".xml", StringComparison.Ordinal))
                )
                ?? throw new MusicXmlFormatException("The archive holds no score.");
            return Whole(score, LargestText);
        }
        catch (InvalidDataException e)
        {
            throw new MusicXmlFormatException($"The compressed score is damaged: {e.Message}");
        }
    }

    // No more than the limit is unpacked, whatever the archive says of itself.
    private static MemoryStream Whole(ZipArchiveEntry entry, int most)
    {
        if (entry.Length > most)
        {
            throw TooLarge(most);
        }

        MemoryStream whole = new((int)entry.Length);
        using Stream packed = entry.Open();
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = packed.Read(buffer)) > 0; )
        {
            if (whole.Length + read > most)
            {
                throw TooLarge(most);
            }

            whole.Write(buffer, 0, read);
        }

        whole.Position = 0;
        return whole;
    }

    private static MusicXmlFormatException TooLarge(int most) => new($"The compressed score is larger than {most >> 20} MB.");
}
