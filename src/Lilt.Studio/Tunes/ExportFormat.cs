namespace Lilt.Studio.Tunes;

/// <summary>What a tune can be exported as.</summary>
public enum ExportFormat
{
    /// <summary>ABC notation.</summary>
    Abc,

    /// <summary>A standard MIDI file.</summary>
    Mid,

    /// <summary>Sound, 16 bits, mono.</summary>
    Wav,

    /// <summary>MusicXML 4.0, for notation programs.</summary>
    MusicXml,

    /// <summary>Every site at every step, for NumPy.</summary>
    Npz,

    /// <summary>A table of the steps: token, probability, surprise.</summary>
    Csv,

    /// <summary>The plan of operations.</summary>
    Plan,

    /// <summary>The command line that makes it again.</summary>
    Command,
}
