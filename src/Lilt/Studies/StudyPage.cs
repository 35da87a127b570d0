namespace Lilt.Studies;

/// <summary>A study's page: the report's form with the study in it.</summary>
internal static class StudyPage
{
    /// <summary>The form with a study in it.</summary>
    /// <param name="form">With one place for the title and one for the study.</param>
    /// <param name="title">The study's.</param>
    /// <param name="json">Its numbers.</param>
    /// <exception cref="ArgumentException">The form has not these places.</exception>
    public static string Fill(string form, string title, string json)
    {
        const string TitlePlace = "{{LILT_TITLE}}";
        const string StudyPlace = "{{LILT_STUDY}}";
        string[] parts = form.Split(StudyPlace);
        if (parts.Length != 2 || !parts[0].Contains(TitlePlace, StringComparison.Ordinal))
        {
            throw new ArgumentException("The report's form has not one place for the title and one for the study.", nameof(form));
        }

        return parts[0].Replace(TitlePlace, System.Net.WebUtility.HtmlEncode(title), StringComparison.Ordinal) + Held(json) + parts[1];
    }

    /// <summary>Whether a page holds a study's numbers, whatever its form: that is another with every change to the page's own programs.</summary>
    public static bool Holds(string page, string json) => page.Contains(Held(json), StringComparison.Ordinal);

    // Inside a script element no '<' of the numbers may begin an end tag or a comment.
    private static string Held(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);
}
