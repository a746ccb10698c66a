/** The library for OpenID4VP, loaded for the first wallet: a node that meets none starts without it. */
export function openid4vp(): Promise<typeof import('@openid4vc/openid4vp')> {
  return import('@openid4vc/openid4vp');
}
