namespace Lilt.Studio.Tunes;

/// <summary>How a handout is given.</summary>
public enum HandoutForm
{
    /// <summary>One page that works offline.</summary>
    Html,

    /// <summary>What that page holds.</summary>
    Json,
}
