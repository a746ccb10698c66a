import type { TSchema } from 'typebox';

/** One route: all that server, client and documentation need to agree on. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Fastify path with `:name` parameters. */
  readonly url: string;
  readonly summary: string;
  /** Who may call it: everybody, anybody signed in, or a member of an agency or of trade. */
  readonly access: 'public' | 'member' | 'agency' | 'trade';
  readonly params?: TSchema;
  readonly query?: TSchema;
  /** JSON body; `multipart` where files are sent instead. */
  readonly body?: TSchema;
  readonly multipart?: boolean;
  readonly response: TSchema;
  readonly status?: 200 | 201 | 202;
}

/** Keeps the literal types of a route. */
export function route<const T extends Route>(definition: T): T {
  return definition;
}
