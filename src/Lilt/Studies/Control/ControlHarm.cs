namespace Lilt.Studies.Control;

/// <summary>Which way of changing is harm.</summary>
public enum ControlHarm
{
    /// <summary>To fall.</summary>
    Less,

    /// <summary>To rise.</summary>
    More,
}
