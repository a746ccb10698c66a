import type { Refusal } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { UnknownContext } from '../contexts/loader.ts';
import { WorkExceeded } from './work.ts';

/** Events of safe mode that mean a term or type without a definition (JSON-LD 1.1, section 5.5; the jsonld library). */
const UNDEFINED_TERM =
  /invalid property|relative @type|relative @id|relative predicate|relative graph|relative object|relative subject|relative property/;
const MAX_DETAIL = 200;

/** What stood in the way of reading a document as JSON-LD, as a refusal; undefined for errors that are no fault of the document. */
export function jsonLdFault(error: unknown): Refusal | undefined {
  const causes = causesOf(error);
  const context = causes.find((cause) => cause instanceof UnknownContext);
  if (context)
    return credentialsCatalogue.refuse('CRED_CONTEXT_UNKNOWN', {
      path: '/@context',
      params: { url: context.url.slice(0, MAX_DETAIL) },
    });
  const work = causes.find((cause) => cause instanceof WorkExceeded);
  if (work) return credentialsCatalogue.refuse('CRED_RDF_WORK', { params: { detail: work.message } });
  const ours = causes.find(isJsonLdError);
  if (!ours) return undefined;
  const code = codeOf(ours);
  const params = { detail: describe(ours, code) };
  if (/protected/.test(code))
    return credentialsCatalogue.refuse('CRED_CONTEXT_PROTECTED', { path: '/@context', params });
  if (UNDEFINED_TERM.test(code)) return credentialsCatalogue.refuse('CRED_TERM_UNKNOWN', { params });
  return credentialsCatalogue.refuse('CRED_JSONLD', { params });
}

interface JsonLdError extends Error {
  readonly details?: {
    readonly code?: string;
    readonly event?: { readonly code?: string; readonly details?: Record<string, unknown> };
    readonly cause?: unknown;
    readonly term?: string;
  };
}

function isJsonLdError(error: unknown): error is JsonLdError {
  return error instanceof Error && error.name.startsWith('jsonld.');
}

function codeOf({ details }: JsonLdError): string {
  return details?.event?.code ?? details?.code ?? '';
}

function describe({ message, details }: JsonLdError, code: string): string {
  const about = details?.event?.details;
  const name = about?.property ?? about?.type ?? about?.id ?? details?.term;
  const text = typeof name === 'string' ? `${name} (${code})` : code || message;
  return text.slice(0, MAX_DETAIL);
}

/** An error, and all that it says caused it. */
function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let cause = error; cause !== undefined && cause !== null && causes.length < 10; cause = causeOf(cause))
    causes.push(cause);
  return causes;
}

function causeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return (error as JsonLdError).details?.cause ?? error.cause;
}
