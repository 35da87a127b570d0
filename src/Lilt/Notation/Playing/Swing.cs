namespace Lilt.Notation.Playing;

/// <summary>The lilt that a tune is played with: how the eighths of a beat share its time.</summary>
public enum Swing
{
    /// <summary>Of a jig's three eighths to a beat (3/8, 6/8, 9/8, 12/8) the first lasts 5/12 of it, the second 3/12, the third 4/12.</summary>
    Jig,

    /// <summary>Of a reel's two eighths the first lasts 3/5 of their time (4/4, 2/2), of two sixteenths likewise (2/4).</summary>
    Reel,

    /// <summary>Of a hornpipe's two eighths the first lasts 2/3 of their time (4/4, 2/2), of two sixteenths likewise (2/4); broken rhythm
    /// (<c>&gt;</c>) is two to one as well.</summary>
    Hornpipe,
}
