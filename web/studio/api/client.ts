import { readEvents, textOf } from './events.ts';
import { Problem, unreachable } from './problem.ts';
import { readRecording, RecordingCache, type Recording } from './recordings.ts';
import type {
  AddedModel,
  Check,
  Deleted,
  Effect,
  EffectRequest,
  GivenRequest,
  Instrument,
  LiveEvent,
  Making,
  Matches,
  MatchRequest,
  ModelDetail,
  ModelSummary,
  Offers,
  OutsideRange,
  Plan,
  RewriteRequest,
  Run,
  ScoreText,
  Session,
  SessionSummary,
  SiteName,
  StudyRequest,
  TuneComparison,
  TuneDetail,
  TuneSummary,
  WriteRequest,
} from './shapes.ts';

type Query = Record<string, string | number | boolean | null | undefined>;

/** An address under /api with its parts made safe; a query member that is null or undefined is left out. */
export function address(parts: readonly (string | number)[], query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return `/api/${parts.map((part) => encodeURIComponent(part)).join('/')}${text === '' ? '' : `?${text}`}`;
}

/** The token that the server wrote into a page. */
const tokenOf = (page: Document): string => page.querySelector<HTMLMetaElement>('meta[name="lilt-token"]')?.content ?? '';

/** The page's way to its server: one method a resource, and `get` for whatever else stands under /api. */
export class Client {
  #token: string;
  readonly #recordings = new RecordingCache();
  /** Changes of what is there that were asked for and are not answered yet. */
  readonly #changes = new Set<Promise<Response>>();

  /** @param token the page's own, which every change needs. */
  constructor(token: string) {
    this.#token = token;
  }

  /** Reads the token that the server wrote into the page. */
  static ofPage(page: Document): Client {
    return new Client(tokenOf(page));
  }

  async #ask(method: string, where: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const response = await this.#send(method, where, body, signal);
    if (response.ok) return response;
    // A studio that was started again has drawn another token, and gives it to its own page alone.
    if (response.status === 403 && method !== 'GET' && (await this.#renew())) return await this.#ask(method, where, body, signal);
    throw await Problem.of(response);
  }

  /** Takes the page's token anew; false where it is the same. */
  async #renew(): Promise<boolean> {
    const page = await this.#send('GET', '/');
    const token = tokenOf(new DOMParser().parseFromString(await page.text(), 'text/html'));
    const another = token !== '' && token !== this.#token;
    this.#token = token;
    return another;
  }

  async #send(method: string, where: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = {};
    if (method !== 'GET') headers['X-Lilt-Token'] = this.#token;
    if (body !== undefined) headers['Content-Type'] = body instanceof Blob ? 'application/octet-stream' : 'application/json';
    const changes = method === 'PATCH' || method === 'DELETE';
    const answer = fetch(where, {
      method,
      headers,
      body: body === undefined ? null : typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
      signal: signal ?? null,
      // What was changed last is kept though the page be closed at once.
      keepalive: changes,
    });
    if (changes) this.#changes.add(answer);
    try {
      return await answer;
    } catch (error) {
      if (error instanceof DOMException) throw error;
      throw new Problem(unreachable, 0);
    } finally {
      this.#changes.delete(answer);
    }
  }

  /** Waits until every change that was asked for so far is answered: what is fetched then has it. */
  async changed(): Promise<void> {
    await Promise.allSettled(this.#changes);
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

  /** An answer as text. */
  async text(where: string): Promise<string> {
    return await (await this.#ask('GET', where)).text();
  }

  models(): Promise<ModelSummary[]> {
    return this.get(['models']);
  }
  model(id: string): Promise<ModelDetail> {
    return this.get(['models', id]);
  }
  /** Puts in a model's file. */
  async addModel(file: File, signal: AbortSignal): Promise<AddedModel> {
    return (await (await this.#ask('POST', address(['models'], { name: file.name }), file, signal)).json()) as AddedModel;
  }
  /** Takes away a model that was put in. */
  removeModel(id: string): Promise<unknown> {
    return this.#json('DELETE', address(['models', id]));
  }
  restoreModel(id: string): Promise<ModelSummary> {
    return this.#json('POST', address(['models', id, 'restore']));
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
  restoreTune(id: string): Promise<TuneSummary> {
    return this.#json('POST', address(['tunes', id, 'restore']));
  }
  restoreSession(id: string): Promise<Session> {
    return this.#json('POST', address(['sessions', id, 'restore']));
  }
  /** What was deleted and can be had back: sessions, and tunes of one. */
  deleted(session: string | null): Promise<Deleted> {
    return this.get(['deleted'], { session });
  }
  emptyDeleted(): Promise<unknown> {
    return this.#json('DELETE', address(['deleted']));
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
    return this.#recorded(address(['tunes', tune, 'recording', site, layer], { baseline }));
  }
  /** The probability of every token at every step of a tune: a row a step, a column a token of the model's vocabulary. */
  posterior(tune: string): Promise<Recording> {
    return this.#recorded(address(['tunes', tune, 'recording', 'posterior']));
  }
  #recorded(where: string): Promise<Recording> {
    return this.#recordings.get(where, async () => {
      const response = await this.#ask('GET', where);
      return readRecording(await response.arrayBuffer(), response.headers);
    });
  }

  /** Ends when the recordings that were asked for until now are there. */
  arrived(): Promise<void> {
    return this.#recordings.arrived();
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

  /** Begins a study; how far it is is told among the events. */
  makeStudy(request: StudyRequest): Promise<Making> {
    return this.post(['studies'], request);
  }

  /** Has tunes written: the run goes on by itself, and is told among the events. */
  write(session: string, request: WriteRequest): Promise<Run> {
    return this.post(['sessions', session, 'tunes'], request);
  }
  /** What plans do over many seeds, as far as the studio has found it for a session. */
  effects(session: string): Promise<Effect[]> {
    return this.get(['sessions', session, 'effects']);
  }
  /** Has an effect found: it goes on by itself, and is told among the events. */
  beginEffect(session: string, request: EffectRequest): Promise<Effect> {
    return this.post(['sessions', session, 'effects'], request);
  }
  deleteEffect(id: string): Promise<unknown> {
    return this.#json('DELETE', address(['effects', id]));
  }
  restoreEffect(id: string): Promise<Effect> {
    return this.#json('POST', address(['effects', id, 'restore']));
  }
  run(job: string): Promise<Run> {
    return this.get(['jobs', job]);
  }
  /** Ends a run; one that has just ended by itself needs no stopping. */
  async stopRun(job: string): Promise<void> {
    try {
      await this.#ask('DELETE', address(['jobs', job]));
    } catch (error) {
      if (!(error instanceof Problem && error.status === 404)) throw error;
    }
  }

  /** What happens in the studio as it happens, until the signal is aborted or the connection breaks off. */
  async *events(signal: AbortSignal): AsyncGenerator<LiveEvent> {
    const response = await this.#ask('GET', address(['events']), undefined, signal);
    if (response.body === null) return;
    for await (const { name, data } of readEvents(textOf(response.body))) yield { name, data: JSON.parse(data) } as LiveEvent;
  }
}
