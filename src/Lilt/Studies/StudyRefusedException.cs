namespace Lilt.Studies;

/// <summary>A model or a tune that the study cannot be made of. The message is one sentence that says why and what to do.</summary>
public sealed class StudyRefusedException : Exception
{
    /// <param name="message">Why, and what to do.</param>
    public StudyRefusedException(string message)
        : base(message) { }
}
