import { kernelCatalogue } from '../catalogue.ts';
import { ok, type Result, refused } from '../refusal/result.ts';
import { scanJson } from './scan.ts';
import { hasNames, surveyJson } from './survey.ts';
import type { JsonValue } from './value.ts';

export interface JsonLimits {
  /** Largest text in bytes. */
  readonly maxBytes?: number;
  /** Deepest nesting of objects and lists. */
  readonly maxDepth?: number;
}

const DEFAULT_MAX_BYTES = 1_048_576;
const DEFAULT_MAX_DEPTH = 64;

/**
 * Reads JSON of a stranger. Refuses what is too large, too deep, cut off, not UTF-8, ambiguous (a member twice),
 * dangerous (`__proto__`) or not exact (numbers beyond safe integers), before any of it is used.
 */
export function parseJson(input: string | Uint8Array, limits: JsonLimits = {}): Result<JsonValue> {
  const maxBytes = limits.maxBytes ?? DEFAULT_MAX_BYTES;
  if (input.length > maxBytes)
    return refused(
      kernelCatalogue.refuse('KERNEL_JSON_TOO_LARGE', { params: { bytes: input.length, limit: maxBytes } }),
    );
  const text = typeof input === 'string' ? input : decode(input);
  if (text === undefined) return syntax('it is not UTF-8 text');
  const maxDepth = limits.maxDepth ?? DEFAULT_MAX_DEPTH;
  return ordinary(text, maxDepth) ?? careful(text, maxDepth);
}

/** The value of text in which a quick look finds nothing to doubt. */
function ordinary(text: string, maxDepth: number): Result<JsonValue> | undefined {
  const names = surveyJson(text, maxDepth);
  if (names === undefined) return undefined;
  try {
    const value = JSON.parse(text) as JsonValue;
    return hasNames(value, names) ? ok(value) : undefined;
  } catch {
    return undefined;
  }
}

function careful(text: string, maxDepth: number): Result<JsonValue> {
  const fault = scanJson(text, maxDepth);
  if (fault) return refused(fault);
  try {
    return ok(JSON.parse(text) as JsonValue);
  } catch (error) {
    return syntax(error instanceof Error ? error.message : 'unreadable');
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function syntax(detail: string): Result<JsonValue> {
  return refused(kernelCatalogue.refuse('KERNEL_JSON_SYNTAX', { params: { detail } }));
}
