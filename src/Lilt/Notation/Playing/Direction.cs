namespace Lilt.Notation.Playing;

/// <summary>What a sign over the music says about the way through it.</summary>
internal enum Direction
{
    /// <summary>Back to the start: <c>!D.C.!</c>, <c>!dacapo!</c>.</summary>
    DaCapo,

    /// <summary>Back to the segno: <c>!D.S.!</c>.</summary>
    DalSegno,

    /// <summary>Where <see cref="DalSegno"/> goes back to: <c>!segno!</c>, <c>S</c>.</summary>
    Segno,

    /// <summary>After the jump back, on to the coda from here: <c>!dacoda!</c>, and a <c>!coda!</c> before the jump.</summary>
    ToCoda,

    /// <summary>The coda, where it stands behind the jump back: <c>!coda!</c>, <c>O</c>.</summary>
    Coda,

    /// <summary>After the jump back, the end: <c>!fine!</c>.</summary>
    Fine,
}
