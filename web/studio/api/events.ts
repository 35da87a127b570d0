/** One event of a `text/event-stream`. */
export interface ServerEvent {
  name: string;
  data: string;
}

/**
 * Reads the events of a stream of text as they come, however it is cut into pieces.
 * Source: WHATWG HTML, 9.2.6 "Interpreting an event stream".
 */
export async function* readEvents(chunks: AsyncIterable<string>): AsyncGenerator<ServerEvent> {
  let rest = '';
  let name = '';
  let data: string[] = [];
  const take = (line: string): ServerEvent | null => {
    if (line === '') {
      const event = data.length > 0 ? { name: name === '' ? 'message' : name, data: data.join('\n') } : null;
      name = '';
      data = [];
      return event;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') name = value;
    else if (field === 'data') data.push(value);
    return null;
  };
  for await (const chunk of chunks) {
    rest += chunk;
    // A carriage return at the very end may be half of a line's end: it waits for what follows.
    for (let end = /\r\n|\n|\r(?!$)/.exec(rest); end !== null; end = /\r\n|\n|\r(?!$)/.exec(rest)) {
      const event = take(rest.slice(0, end.index));
      rest = rest.slice(end.index + end[0].length);
      if (event !== null) yield event;
    }
  }
}

/** The text of a body as it comes; leaving the loop cancels it. */
export async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    void reader.cancel().catch(() => {});
  }
}
