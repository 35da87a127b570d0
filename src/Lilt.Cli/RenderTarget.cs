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
}
