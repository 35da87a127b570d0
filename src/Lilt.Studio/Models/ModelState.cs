namespace Lilt.Studio.Models;

/// <summary>How far the studio has come with a model's file.</summary>
public enum ModelState
{
    /// <summary>Not read yet; the first use reads it.</summary>
    Unread,

    /// <summary>Being read.</summary>
    Reading,

    /// <summary>Read; its shape and hash are known.</summary>
    Ready,

    /// <summary>The file cannot be read; <see cref="ModelSummary.Problem"/> says why.</summary>
    Failed,
}
