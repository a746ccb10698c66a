/**
 * The media type in which a published credential is answered: that of credentials (VC Data Model 2.0, section 6.2), unless the
 * reader asks for JSON and does not name it; many clients parse nothing else.
 */
export function credentialMediaType(accept: string | undefined): string {
  if (accept === undefined || accept.includes('application/vc') || !accept.includes('json'))
    return 'application/vc';
  return accept.includes('application/ld+json') ? 'application/ld+json' : 'application/json';
}
