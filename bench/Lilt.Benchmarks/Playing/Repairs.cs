namespace Lilt.Benchmarks.Playing;

/// <summary>What is written another way in a tune's repeats.</summary>
[Flags]
internal enum Repairs
{
    /// <summary>Bars in their common shape: <c>||:</c> as <c>|:</c>. Source: ABC 2.1, 4.8.</summary>
    Shapes = 1,

    /// <summary>A <c>|:</c> where the end of a repeat lacks one, as 4.8 has it restart.</summary>
    Starts = 2,

    /// <summary>A <c>|:</c> at a part's start, where the end of a repeat lacks one: 3.1.9.</summary>
    Parts = 4,

    /// <summary>No <c>|:</c> where no end follows it: 4.8 repeats what has an end.</summary>
    Unclosed = 8,

    /// <summary><c>||</c> in place of the <c>:|</c> that closes the last ending: 4.10.</summary>
    LastEndings = 16,

    /// <summary>A <c>:|</c> before a later ending that lacks one: 4.9.</summary>
    Endings = 32,
}
