import { readEvents, textOf } from './events.ts';
import { Problem, unreachable } from './problem.ts';
import { readRecording, RecordingCache, type Recording } from './recordings.ts';
import type {
  Check,
  GivenRequest,
  Instrument,
  Matches,
  MatchRequest,
  ModelDetail,
  ModelSummary,
  Offers,
  OutsideRange,
  Plan,
  RewriteRequest,
  ScoreText,
  Session,
  SessionSummary,
  ShelvedStudy,
  SiteName,
  StudyProgress,
  StudyRequest,
  TuneComparison,
  TuneDetail,
  TuneSummary,
  WriteRequest,
} from './shapes.ts';

/** What comes while tunes are written. */
export type WriteEvent =
  | { kind: 'tokens'; index: number; from: number; tokens: string[]; names: string[] }
  | { kind: 'tune'; tune: TuneSummary }
  | { kind: 'failed'; problem: Problem };

/** What comes while a study is made. */
export type StudyEvent = { name: 'progress'; progress: StudyProgress } | { name: 'made'; study: ShelvedStudy };

type Query = Record<string, string | number | boolean | null | undefined>;

/** An address under /api with its parts made safe; a query member that is null or undefined is left out. */
export function address(parts: readonly (string | number)[], query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return `/api/${parts.map((part) => encodeURIComponent(part)).join('/')}${text === '' ? '' : `?${text}`}`;
}

/** The page's way to its server: one method a resource, and `get` for whatever else stands under /api. */
export class Client {
  readonly #token: string;
  readonly #recordings = new RecordingCache();

  /** @param token the page's own, which every change needs. */
  constructor(token: string) {
    this.#token = token;
  }

  /** Reads the token that the server wrote into the page. */
  static ofPage(page: Document): Client {
    return new Client(page.querySelector<HTMLMetaElement>('meta[name="lilt-token"]')?.content ?? '');
  }

  async #ask(method: string, where: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = {};
    if (method !== 'GET') headers['X-Lilt-Token'] = this.#token;
    if (body !== undefined) headers['Content-Type'] = body instanceof Blob ? 'application/octet-stream' : 'application/json';
    let response: Response;
    try {
      response = await fetch(where, {
        method,
        headers,
        body: body === undefined ? null : typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
        signal: signal ?? null,
      });
    } catch (error) {
      if (error instanceof DOMException) throw error;
      throw new Problem(unreachable, 0);
    }
    if (!response.ok) throw await Problem.of(response);
    return response;
  }

  async #json<T>(method: string, where: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const response = await this.#ask(method, where, body, signal);
    const text = await response.text();
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  /** Any answer in JSON under /api. */
  get<T>(parts: readonly (string | number)[], query: Query = {}, signal?: AbortSignal): Promise<T> {
    return this.#json<T>('GET', address(parts, query), undefined, signal);
  }

  /** Any POST under /api that takes and answers JSON. */
  post<T>(parts: readonly (string | number)[], body: unknown, signal?: AbortSignal): Promise<T> {
    return this.#json<T>('POST', address(parts), body, signal);
  }

  models(): Promise<ModelSummary[]> {
    return this.get(['models']);
  }
  model(id: string): Promise<ModelDetail> {
    return this.get(['models', id]);
  }
  sessions(): Promise<SessionSummary[]> {
    return this.get(['sessions']);
  }
  session(id: string): Promise<Session> {
    return this.get(['sessions', id]);
  }
  newSession(name: string): Promise<Session> {
    return this.post(['sessions'], { name });
  }
  renameSession(id: string, name: string): Promise<unknown> {
    return this.#json('PATCH', address(['sessions', id]), { name });
  }
  deleteSession(id: string): Promise<unknown> {
    return this.#json('DELETE', address(['sessions', id]));
  }
  importSession(text: string): Promise<Session> {
    return this.#json('POST', address(['sessions', 'import']), text);
  }
  /** Tunes of a session as one file of ABC: all, or those that are starred. */
  async sessionAbc(id: string, which: { starred: boolean; tempo: number | null }): Promise<string> {
    return await (await this.#ask('GET', address(['sessions', id, 'abc'], { ...which, starred: which.starred ? 'true' : null }))).text();
  }
  /** A tune in ABC. */
  async tuneAbc(id: string, how: { key: string | null; tempo: number | null }): Promise<string> {
    return await (await this.#ask('GET', address(['tunes', id, 'export'], { format: 'abc', ...how }))).text();
  }
  /** A score in MusicXML, plain or compressed, as ABC. */
  async score(file: Blob): Promise<ScoreText> {
    return (await (await this.#ask('POST', address(['scores']), file)).json()) as ScoreText;
  }
  /** A tune, in a key where one is named, else in that which its owner chose. */
  tune(id: string, key: string | null = null, signal?: AbortSignal): Promise<TuneDetail> {
    return this.get(['tunes', id], { key }, signal);
  }
  changeTune(id: string, change: { name?: string; starred?: boolean; key?: string }): Promise<TuneSummary> {
    return this.#json('PATCH', address(['tunes', id]), change);
  }
  async deleteTune(id: string): Promise<void> {
    await this.#ask('DELETE', address(['tunes', id]));
    this.#recordings.forget(address(['tunes', id, '']));
  }
  /** Reads a beginning; notes without a key of their own stand in the one that is named. */
  check(model: string, text: string, key: string | null = null, signal?: AbortSignal): Promise<Check> {
    return this.post(['check'], { model, text, key }, signal);
  }
  given(session: string, request: GivenRequest): Promise<TuneSummary> {
    return this.post(['sessions', session, 'given'], request);
  }
  checkPlan(model: string, plan: Plan): Promise<{ plan: Plan; hash: string; sentences: string[] }> {
    return this.post(['plans', 'check'], { model, plan });
  }
  compare(tune: string, other: string): Promise<TuneComparison> {
    return this.get(['tunes', tune, 'beside', other]);
  }

  /** A site of a layer over a tune's steps; with a baseline, what it has more than that over the steps that both have. */
  recording(tune: string, site: SiteName, layer: number, baseline: string | null = null): Promise<Recording> {
    const where = address(['tunes', tune, 'recording', site, layer], { baseline });
    return this.#recordings.get(where, async () => {
      const response = await this.#ask('GET', where);
      return readRecording(await response.arrayBuffer(), response.headers);
    });
  }

  /** Whether so many bytes of recordings more can be held without letting go of what was asked for last. */
  holds(bytes: number): boolean {
    return bytes <= this.#recordings.most;
  }

  /** Finds the units of a range and the places where they are on together; gives what was found so far, until the session is gone through. Aborting the signal ends the search. */
  async *matches(tune: string, request: MatchRequest, signal: AbortSignal): AsyncGenerator<Matches> {
    const response = await this.#ask('POST', address(['tunes', tune, 'matches']), request, signal);
    if (response.body === null) return;
    for await (const { data } of readEvents(textOf(response.body))) yield JSON.parse(data) as Matches;
  }

  instruments(): Promise<Instrument[]> {
    return this.get(['instruments']);
  }
  /** The notes of a tune outside a range, as it sounds so many half steps higher. */
  outside(tune: string, range: string, semitones: number, signal?: AbortSignal): Promise<OutsideRange> {
    return this.get(['tunes', tune, 'range'], { range, semitones }, signal);
  }
  /** Has some of a tune written again and gives all that was found so far. Aborting the signal ends it. */
  async *rewrite(tune: string, request: RewriteRequest, signal: AbortSignal): AsyncGenerator<Offers> {
    const response = await this.#ask('POST', address(['tunes', tune, 'rewrite']), request, signal);
    if (response.body === null) return;
    for await (const { data } of readEvents(textOf(response.body))) yield JSON.parse(data) as Offers;
  }
  takeOffer(tune: string, request: { request: RewriteRequest; offer: number }): Promise<TuneSummary> {
    return this.post(['tunes', tune, 'rewritten'], request);
  }

  /** Makes a study and gives what happens as it happens. Aborting the signal, or leaving the loop, ends it. */
  async *makeStudy(request: StudyRequest, signal: AbortSignal): AsyncGenerator<StudyEvent> {
    const response = await this.#ask('POST', address(['studies']), request, signal);
    if (response.body === null) return;
    for await (const { name, data } of readEvents(textOf(response.body))) {
      if (name === 'progress') yield { name, progress: JSON.parse(data) as StudyProgress };
      else if (name === 'failed') throw new Problem((JSON.parse(data) as { problem: string }).problem, 500);
      else if (name === 'made') {
        yield { name, study: JSON.parse(data) as ShelvedStudy };
        return;
      }
    }
    throw new Problem(unreachable, 0);
  }

  /** Writes tunes and gives what happens as it happens. Aborting the signal, or leaving the loop, stops the network. */
  async *write(session: string, request: WriteRequest, signal: AbortSignal): AsyncGenerator<WriteEvent> {
    const response = await this.#ask('POST', address(['sessions', session, 'tunes']), request, signal);
    if (response.body === null) return;
    for await (const { name, data } of readEvents(textOf(response.body))) {
      const value = data === '' ? {} : (JSON.parse(data) as Record<string, unknown>);
      if (name === 'tokens') yield { kind: 'tokens', ...(value as { index: number; from: number; tokens: string[]; names: string[] }) };
      else if (name === 'tune') yield { kind: 'tune', tune: value as unknown as TuneSummary };
      else if (name === 'failed') {
        yield {
          kind: 'failed',
          problem: new Problem(
            typeof value.problem === 'string' ? value.problem : 'The network stopped without saying why. Try again.',
            500,
          ),
        };
      } else if (name === 'done') return;
    }
    throw new Problem(unreachable, 0);
  }
}
