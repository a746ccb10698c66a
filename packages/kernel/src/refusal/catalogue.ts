import type { Fault, Refusal } from './refusal.ts';

/** What a code means: the text for people, whose fault it is and how to mend it. `{name}` is filled from params. */
export interface CatalogueEntry {
  readonly fault: Fault;
  readonly message: string;
  readonly mend: string;
  /** HTTP status of an answer that carries this refusal first. */
  readonly status?: number;
  readonly cite?: string;
}

export interface RefusalDetails {
  readonly path?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly cite?: string;
  readonly fault?: Fault;
}

export interface Catalogue<Code extends string = string> {
  readonly room: string;
  readonly entries: Readonly<Record<Code, CatalogueEntry>>;
  refuse(code: Code, details?: RefusalDetails): Refusal;
}

const PLACEHOLDER = /\{([A-Za-z0-9]+)\}/g;

/**
 * The one catalogue of a room's refusal codes; documentation is generated from it.
 * A code is upper case and begins with the room's prefix, so that a code alone tells where to look.
 */
export function defineCatalogue<const T extends Record<string, CatalogueEntry>>(
  room: string,
  entries: T,
): Catalogue<Extract<keyof T, string>> {
  return {
    room,
    entries,
    refuse(code, { path = '', params, cite, fault } = {}) {
      const entry: CatalogueEntry | undefined = entries[code];
      if (!entry) throw new Error(`unknown refusal code ${code} in room ${room}`);
      const source = cite ?? entry.cite;
      return {
        code,
        path,
        fault: fault ?? entry.fault,
        message: fill(entry.message, params),
        mend: fill(entry.mend, params),
        ...(params ? { params: { ...params } } : {}),
        ...(source ? { cite: source } : {}),
      };
    },
  };
}

function fill(text: string, params: RefusalDetails['params']): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => String(params?.[name] ?? whole));
}
