/** A request that was refused or failed, with a sentence for the person: what happened, what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** The HTTP status; 0 where the server did not answer. */
  readonly status: number;
  /** What else the answer says, such as the faults of a text. */
  readonly more: Record<string, unknown>;

  constructor(sentence: string, status: number, more: Record<string, unknown> = {}) {
    super(sentence);
    this.status = status;
    this.more = more;
  }

  /** Reads an answer that is not a success. */
  static async of(response: Response): Promise<Problem> {
    let body: Record<string, unknown> = {};
    try {
      if (/json/.test(response.headers.get('content-type') ?? '')) body = (await response.json()) as Record<string, unknown>;
    } catch {
      // The answer broke off; its status still says what happened.
    }
    const said = [body.detail, body.title].find((text): text is string => typeof text === 'string' && text !== '');
    return new Problem(
      said ??
        `The studio answered ${response.status} ${response.statusText}. Reload the page; if that does not help, start lilt serve again.`,
      response.status,
      body,
    );
  }
}

export const unreachable = 'The studio does not answer. See whether “lilt serve” is still running, then try again.';

/** What to tell the person about anything that was thrown. */
export function sentence(error: unknown): string {
  if (error instanceof Problem) return error.message;
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return unreachable;
  return error instanceof Error
    ? `Something went wrong in the page: ${error.message}. Reload it; nothing that was written is lost.`
    : String(error);
}

/** Whether something was stopped on purpose. */
export const stopped = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
