import type { Client } from '../api/client.ts';
import type { LiveEvent } from '../api/shapes.ts';
import { pauses } from '../pauses.ts';

/** Who follows what happens in the studio. */
export interface Follower {
  hear: (event: LiveEvent) => void;
  /** Whether the studio answers. */
  reach: (reached: boolean) => void;
}

type Told = { kind: 'event'; event: LiveEvent } | { kind: 'reached'; reached: boolean } | { kind: 'joined' };

const name = 'lilt-studio';

/**
 * Follows what happens in the studio, through one connection for all tabs of the browser, which opens no more than six to one address. The tab that holds
 * the lock has the connection and passes on what it hears; when it is closed, the next one takes its place. Who joins is told all from the beginning.
 */
export function follow(api: Client, { hear, reach }: Follower): void {
  const others = new BroadcastChannel(name);
  let again = new AbortController();
  let leads = false;
  others.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'event') hear(data.event);
    else if (data.kind === 'reached') reach(data.reached);
    else if (leads) again.abort();
  };
  const pass = (told: Told): void => {
    others.postMessage(told);
    if (told.kind === 'event') hear(told.event);
    else if (told.kind === 'reached') reach(told.reached);
  };
  others.postMessage({ kind: 'joined' } satisfies Told);
  void navigator.locks.request(name, async () => {
    leads = true;
    for (;;) {
      again = new AbortController();
      try {
        for await (const event of api.events(again.signal)) {
          if (event.name === 'here') pass({ kind: 'reached', reached: true });
          pass({ kind: 'event', event });
        }
      } catch {
        // The connection broke off, or somebody joined: it is made anew.
      }
      if (again.signal.aborted) continue;
      pass({ kind: 'reached', reached: false });
      await new Promise((resolve) => setTimeout(resolve, pauses.reach));
    }
  });
}
