namespace Lilt.Cli;

/// <summary>What a tune is rendered to.</summary>
internal enum RenderTarget
{
    /// <summary>Staff notation.</summary>
    Svg,

    /// <summary>A Standard MIDI File.</summary>
    Midi,

    /// <summary>Sound.</summary>
    Wav,

    /// <summary>MusicXML 4.0, for notation programs.</summary>
    MusicXml,

    /// <summary>ABC: all tunes in one file.</summary>
    Abc,

    /// <summary>A page to print: one tune after another, with the beginnings of all at its head.</summary>
    Html,
}
