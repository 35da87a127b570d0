namespace Lilt.Studies;

/// <summary>A study's page: the report's form with the study in it.</summary>
internal static class StudyPage
{
    private const string Opens = "<script id=\"study\" type=\"application/json\">";
    private const string Closes = "</script>";

    /// <summary>The numbers that a page holds, JSON as UTF-8; empty where it holds none.</summary>
    /// <param name="page">What <see cref="Fill"/> made.</param>
    public static byte[] Numbers(string page)
    {
        int from = page.IndexOf(Opens, StringComparison.Ordinal);
        int to = from < 0 ? -1 : page.IndexOf(Closes, from, StringComparison.Ordinal);
        return to < 0 ? [] : System.Text.Encoding.UTF8.GetBytes(page[(from + Opens.Length)..to]);
    }

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

        // Inside a script element no '<' of the numbers may begin an end tag or a comment.
        string held = json.Replace("<", "\\u003c", StringComparison.Ordinal);
        return parts[0].Replace(TitlePlace, System.Net.WebUtility.HtmlEncode(title), StringComparison.Ordinal) + held + parts[1];
    }
}
