import type { CatalogueEntry } from '@portolan/kernel';

/** Refusals of what a credential says and of the JSON-LD it is written in. */
export const modelRefusals = {
  CRED_FORM_UNKNOWN: {
    fault: 'sender',
    message: 'This is neither a credential, nor an enveloped one, nor a token: {detail}.',
    mend: 'Send a JSON object with a proof, an enveloped credential, or a vc+jwt or vc+sd-jwt token.',
    cite: 'VC Data Model 2.0, section 4.12',
  },
  CRED_ENVELOPE_MALFORMED: {
    fault: 'sender',
    message: 'The enveloped credential or presentation cannot be opened: {detail}.',
    mend: 'Send type, @context and an id that is a data: URL of application/vc+jwt or application/vc+sd-jwt (vp+ for a presentation).',
    cite: 'VC Data Model 2.0, section 4.12.1',
  },
  CRED_CONTEXT_UNKNOWN: {
    fault: 'issuer',
    message: 'The context {url} is not known here; contexts are never fetched.',
    mend: 'Use contexts this node has pinned, or have its operator pin this one.',
    cite: 'VC Data Integrity 1.0, section 4.6',
  },
  CRED_CONTEXT_PROTECTED: {
    fault: 'issuer',
    message: 'A context gives a protected term another meaning: {detail}.',
    mend: 'Choose another name for the term; the terms of the base context are fixed.',
    cite: 'VC Data Model 2.0, section 5.2.1; JSON-LD 1.1, section 4.1.11',
  },
  CRED_TERM_UNKNOWN: {
    fault: 'issuer',
    message: 'A type or member is not defined by any context, so its meaning is open: {detail}.',
    mend: 'Add the context that defines it, or write the full URL.',
    cite: 'VC Data Model 2.0, section 4.5',
  },
  CRED_JSONLD: {
    fault: 'issuer',
    message: 'The document cannot be read as JSON-LD: {detail}.',
    mend: 'Check the contexts and the document against JSON-LD 1.1.',
    cite: 'JSON-LD 1.1',
  },
  CRED_RDF_WORK: {
    fault: 'sender',
    message: 'Bringing the graph into canonical order takes more work than is allowed: {detail}.',
    mend: 'Give the nodes of the document identifiers; no honest trade document needs this much work.',
    cite: 'RDF Dataset Canonicalization 1.0, section 7.1',
  },
  CRED_RELATED_RESOURCE: {
    fault: 'issuer',
    message: 'The related resource {url} is not the one the issuer signed: its digest differs.',
    mend: 'Ask the issuer which edition of the resource is meant, and send that one.',
    cite: 'VC Data Model 2.0, section 5.3',
  },
  CRED_RELATED_RESOURCE_FORM: {
    fault: 'issuer',
    message: 'The digest of a related resource cannot be read: {detail}.',
    mend: 'Write digestSRI as sha256-, sha384- or sha512- with base64, or digestMultibase as u or z with a SHA-2 digest.',
    cite: 'VC Data Model 2.0, section 5.3',
  },
  CRED_RESOURCE_UNKNOWN: {
    fault: 'holder',
    message: 'The related resource {url} is not at hand, so its digest was not compared.',
    mend: 'Send the resource along with the credential.',
    cite: 'VC Data Model 2.0, section 5.3',
  },
  CRED_SCHEMA_UNKNOWN: {
    fault: 'holder',
    message: 'The schema {url} is not at hand, so the content was not compared with it.',
    mend: 'Send the schema along, or have the operator of the node register it.',
    cite: 'VC Data Model 2.0, section 4.11',
  },
  CRED_SCHEMA_MALFORMED: {
    fault: 'issuer',
    message: 'The schema {url} is not a JSON Schema that can be used: {detail}.',
    mend: 'Publish a JSON Schema of draft 2020-12 or 2019-09 or 7 under its own $id, with $schema and without remote references.',
    cite: 'VC JSON Schema, section 3',
  },
  CRED_SCHEMA_VERSION: {
    fault: 'issuer',
    message:
      'The schema {url} is of an edition that is not known here ({edition}), so the content was not compared with it.',
    mend: 'Publish a JSON Schema of draft 2020-12 or 2019-09 or 7, and say which in $schema.',
    cite: 'VC JSON Schema, sections 3 and 4.2',
  },
  CRED_SCHEMA_FAILED: {
    fault: 'issuer',
    message: 'The content does not fit the schema {url}: {detail}.',
    mend: 'Issue the credential with content that fits the schema it names.',
    cite: 'VC JSON Schema, section 4',
  },
} as const satisfies Record<string, CatalogueEntry>;
