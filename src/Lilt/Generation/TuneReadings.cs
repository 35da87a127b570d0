using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;
using Lilt.Recording;

namespace Lilt.Generation;

/// <summary>
/// Lets a network read given tunes (teacher forcing) and keeps what happens inside while it does: at step t it reads the token before the
/// t-th and its posterior is of the t-th. A generated tune that is read gives the recording of its writing, to the bit.
/// </summary>
public static class TuneReadings
{
    /// <summary>Lets a network read one tune as a person writes it.</summary>
    /// <param name="model">The network.</param>
    /// <param name="text"> The model's tokens with blanks between, or a whole tune in ABC, which is moved to C, the tonic of the models'
    /// keys. The end token is read behind it, whether it is written or left out.
    /// </param>
    /// <param name="kinds">The sites to keep; none for all.</param>
    /// <returns>The recording, of as many steps as there are tokens after the start token, the end token counted.</returns>
    /// <exception cref="FormatException">Something in the text cannot be read: the message says where, and what is near it.</exception>
    public static TuneRecording Read(this Model model, string text, params IReadOnlyList<SiteKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Read(Tokens(text, model.Vocabulary), kinds);
    }

    /// <summary>Lets a network read one tune.</summary>
    /// <param name="model">The network.</param>
    /// <param name="tokens">The tune's tokens, at least one; a start token in front is left out, for every tune has it. Without an end
    /// token the tune counts as cut.</param>
    /// <param name="kinds">The sites to keep; none for all.</param>
    /// <exception cref="ArgumentException">There are no tokens, or one is not of the model's vocabulary.</exception>
    public static TuneRecording Read(this Model model, IReadOnlyList<Token> tokens, params IReadOnlyList<SiteKind> kinds) =>
        Run(model, null, [tokens], kinds, 1, Environment.ProcessorCount, default).Single();

    /// <summary>Lets a network under a plan read one tune as a person writes it.</summary>
    /// <param name="operated">The network and the plan.</param>
    /// <param name="text">Tokens, or a whole tune in ABC, as for a model without a plan.</param>
    /// <param name="kinds">The sites to keep; none for all.</param>
    /// <exception cref="FormatException">Something in the text cannot be read.</exception>
    /// <exception cref="PlanFormatException">An operation touched nothing.</exception>
    public static TuneRecording Read(this OperatedModel operated, string text, params IReadOnlyList<SiteKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(operated);
        return operated.Read(Tokens(text, operated.Model.Vocabulary), kinds);
    }

    /// <summary>Lets a network under a plan read one tune.</summary>
    /// <param name="operated">The network and the plan.</param>
    /// <param name="tokens">The tune's tokens, as for a model without a plan.</param>
    /// <param name="kinds">The sites to keep; none for all.</param>
    /// <exception cref="ArgumentException">There are no tokens, or one is not of the model's vocabulary.</exception>
    /// <exception cref="PlanFormatException">An operation touched nothing.</exception>
    public static TuneRecording Read(this OperatedModel operated, IReadOnlyList<Token> tokens, params IReadOnlyList<SiteKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(operated);
        return Run(operated.Model, operated.Plan, [tokens], kinds, 1, Environment.ProcessorCount, default).Single();
    }

    /// <summary>
    /// Lets a network read many tunes, side by side, and gives their recordings in order, as they are ready; memory does not grow with
    /// their number.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="tunes">The tunes' tokens, as for one.</param>
    /// <param name="plan">What is done to the network meanwhile; null for nothing. What draws, draws for tune n with its seed + n.</param>
    /// <param name="kinds">The sites to keep; null for all.</param>
    /// <param name="temperature">Divides the logits, over 0. Default 1.</param>
    /// <param name="threads">Threads; changes speed alone. Null for the machine's processors.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="ArgumentException">A tune has no tokens, or one that is not of the model's vocabulary.</exception>
    /// <exception cref="PlanFormatException">An operation touched nothing in any of the tunes.</exception>
    public static IEnumerable<TuneRecording> ReadAll(
        this Model model,
        IEnumerable<IReadOnlyList<Token>> tunes,
        CompiledPlan? plan = null,
        IReadOnlyList<SiteKind>? kinds = null,
        float temperature = 1,
        int? threads = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(tunes);
        return Run(model, plan, [.. tunes], kinds ?? [], temperature, threads ?? Environment.ProcessorCount, cancellation);
    }

    /// <summary>Lets a network read many tunes as people write them, or as another network wrote them: tokens go by their texts.</summary>
    /// <param name="model">The network.</param>
    /// <param name="texts">Tokens with blanks between, or whole tunes in ABC, as for one.</param>
    /// <param name="plan">What is done to the network meanwhile; null for nothing. What draws, draws for tune n with its seed + n.</param>
    /// <param name="kinds">The sites to keep; null for all.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="FormatException">Something in a text cannot be read: the message says in which, from 0, and where.</exception>
    /// <exception cref="PlanFormatException">An operation touched nothing in any of the tunes.</exception>
    public static IEnumerable<TuneRecording> ReadAll(
        this Model model,
        IEnumerable<string> texts,
        CompiledPlan? plan = null,
        IReadOnlyList<SiteKind>? kinds = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(texts);
        return model.ReadAll(
            texts.Select((text, index) => Tokens(text, model.Vocabulary, $"Tune {index}, character")),
            plan,
            kinds,
            cancellation: cancellation
        );
    }

    /// <summary>What lets a network read a tune: all its tokens as a prime.</summary>
    /// <param name="vocabulary">The network's tokens.</param>
    /// <param name="tokens">The tune's.</param>
    /// <param name="index">Its place among the tunes.</param>
    /// <param name="plan">What is done to the network meanwhile; null for nothing.</param>
    /// <param name="tag">What a probe needs to know; null for nothing.</param>
    /// <exception cref="ArgumentException">There are no tokens, or one is not of the vocabulary.</exception>
    internal static TuneRequest Request(
        Vocabulary vocabulary,
        IReadOnlyList<Token> tokens,
        int index,
        CompiledPlan? plan,
        object? tag = null
    )
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Token?[] prime = [.. tokens.Skip(tokens.Count > 0 && tokens[0] == vocabulary.Start ? 1 : 0).Select(token => (Token?)token)];
        if (prime.Length == 0)
        {
            throw new ArgumentException("A tune that is read has a token after the start token.", nameof(tokens));
        }

        foreach (Token? token in prime)
        {
            if (token is not { Index: >= 0 } known || known.Index >= vocabulary.Count)
            {
                throw new ArgumentException($"Token {token} in a vocabulary of {vocabulary.Count}.", nameof(tokens));
            }
        }

        return new TuneRequest
        {
            Index = index,
            Seed = 0,
            Random = new RandomState(0),
            Prime = prime,
            Limit = prime.Length,
            Plan = plan,
            Tag = tag,
        };
    }

    private static IEnumerable<TuneRecording> Run(
        Model model,
        CompiledPlan? plan,
        IReadOnlyList<IReadOnlyList<Token>> tunes,
        IReadOnlyList<SiteKind> kinds,
        float temperature,
        int threads,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        TuneRequest[] requests = [.. tunes.Select((tokens, index) => Request(model.Vocabulary, tokens, index, plan))];
        if (requests.Length == 0)
        {
            return [];
        }

        RecordingFacts facts = TuneRecordings.Facts(model, plan, version: null) with { Temperature = temperature };
        kinds = kinds.Count > 0 ? kinds : RecordedSites.All;
        if (plan is null && requests is [{ } only])
        {
            return TuneRecordings.Given(model, only, temperature, threads, kinds, facts, cancellation);
        }

        int atOnce = Math.Min(TuneRecordings.MostAtOnce, requests.Length);
        RunOptions run = new()
        {
            AtOnce = atOnce,
            Temperature = temperature,
            Threads = threads,
            Window = atOnce,
        };
        return TuneRecordings.Run(model, requests, run, plan, kinds, facts, cancellation);
    }

    /// <summary>The tokens of a tune as a person writes it, the end token behind them; a whole tune in ABC is moved to C.</summary>
    /// <exception cref="FormatException">Something in it cannot be read, or is left to be drawn.</exception>
    internal static Token[] Tokens(string text, Vocabulary vocabulary, string where = "Character")
    {
        TranscriptionText read = TranscriptionText.Parse(text, vocabulary);
        if (read.Faults is [{ } first, ..])
        {
            throw new FormatException(
                $"{where} {first.From + 1}: {first.Message}"
                    + (read.Faults.Count > 1 ? $" {read.Faults.Count - 1} more faults follow." : "")
            );
        }

        if (read.Tokens.Count == 0 || read.Tokens.Contains(null))
        {
            throw new FormatException(
                read.Tokens.Count == 0
                    ? "The text has no tokens."
                    : "A tune that is read has every token: '*' stands for one that is drawn."
            );
        }

        IEnumerable<Token> tokens = read.Tokens.Select(token => token!.Value);
        return [.. read.Tokens[^1] == vocabulary.End ? tokens : tokens.Append(vocabulary.End)];
    }
}
