using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Recording;
using Lilt.Studio.Contracts;
using Lilt.Studio.Storage;

namespace Lilt.Studio.Runs;

/// <summary>Gives a network a tune of a person's own to read.</summary>
internal sealed class TuneReading(StudioOptions options, StudioModels models, SessionStore store, RecordingCache recordings, Workplaces workplaces)
{
    private const int LongestTitle = 80;

    /// <summary>Reads a tune and keeps it with all that happens inside.</summary>
    /// <exception cref="StudioException">The text cannot be read.</exception>
    public async Task<TuneSummary> ReadAsync(string session, GivenRequest request, CancellationToken cancellation)
    {
        StudioBounds bounds = options.Bounds;
        Bounded.Text(request.Text, bounds);
        string? name = request.Name is null ? null : Bounded.Name(request.Name, bounds);
        store.ThrowIfNoRoom(session, 1);
        Model model = await models.ReadAsync(request.Model, cancellation);
        TranscriptionText read = TypedText.Read(request.Text, model.Vocabulary);
        Token?[] tokens = [.. read.Tokens, .. read.Tokens is [.., { } last] && last == model.Vocabulary.End ? Array.Empty<Token?>() : [model.Vocabulary.End]];
        if (tokens.Contains(null))
        {
            int star = request.Text.IndexOf(PrimeText.Drawn, StringComparison.Ordinal);
            const string Message = "A tune that is read has no '*': give every token, or let the network write the rest.";
            throw new StudioException(StatusCodes.Status422UnprocessableEntity, Message, [new FaultView(star, star + 1, PrimeText.Drawn, Message, [])]);
        }

        if (tokens.Length is 1 || tokens.Length > bounds.TokensATune)
        {
            string message = tokens.Length is 1 ? "There is no tune in the text: type tokens or ABC." : $"The tune has {tokens.Length} tokens; up to {bounds.TokensATune} are read.";
            throw new StudioException(StatusCodes.Status422UnprocessableEntity, message, [new FaultView(0, request.Text.Length, "", message, [])]);
        }

        string text = TypedText.Of(tokens, model.Vocabulary);
        TuneRecording made = await workplaces.RunAsync(
            stopped => TuneRecordings.Record(
                model,
                new GenerationOptions { Prime = tokens },
                plan: null,
                RecordedSites.All,
                options.Version,
                $"lilt record --tokens {Studies.ShellWord.Of(text)} --out tune.npz",
                stopped).Single(),
            cancellation);
        string title = read.Title is { } found ? string.Concat(found.Where(letter => !char.IsControl(letter))).Trim() : "";
        StoredTune tune = new()
        {
            Id = SessionStore.NewId(),
            Name = name ?? (title.Length > 0 ? title[..Math.Min(title.Length, LongestTitle)] : "a tune of one's own"),
            Created = DateTime.UtcNow,
            Kind = TuneKind.Given,
            Model = request.Model,
            ModelHash = model.Hash,
            Prime = text,
            Tokens = [.. made.Output.Select(token => model.Vocabulary[token])],
            Surprise = Surprise.Of(made),
        };
        TuneSummary summary = store.Add(new KeptTune(session, tune));
        recordings.Put(tune.Id, made);
        return summary;
    }
}
