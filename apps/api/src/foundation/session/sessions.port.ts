import type { Actor } from './actor.js';

export interface LiveSession {
  actor: Actor;
  csrfToken: string;
  expiresAt: Date;
}

/** The guard asks this port; the organisations feature answers it. The only knot between the foundation and a feature. */
export abstract class Sessions {
  /** The live session behind a cookie value, or null when it is unknown, expired or its person is no longer active. */
  abstract find(token: string): Promise<LiveSession | null>;
}

/** A secret that the running hub leaves beside its data for the command line of the same machine. */
export abstract class CommandLineKey {
  abstract actorFor(key: string): Promise<Actor | null>;
}
