import { isIP } from 'node:net';
import { provideReflection } from './reflect.ts';

/** A certificate with its private key, both in PEM. */
export interface KeyedCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const authorityDays = 3650;
// Browsers refuse server certificates that are valid for longer (CA/Browser Forum, Baseline Requirements 6.3.2).
const serverDays = 397;
const msPerDay = 86_400_000;
const serverAuth = '1.3.6.1.5.5.7.3.1';

/** A certificate authority of the node's own; whoever trusts it trusts this node's certificates and no others. */
export async function issueAuthority(name: string, now: Date): Promise<KeyedCertificate> {
  const x509 = await library();
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: algorithm,
    notBefore: now,
    notAfter: daysAfter(now, authorityDays),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: certificate.toString('pem'), privateKey: await privatePem(keys) };
}

/** A server's certificate for these names and addresses, signed by the authority. */
export async function issueServer(
  authority: KeyedCertificate,
  names: readonly string[],
  now: Date,
): Promise<KeyedCertificate> {
  const x509 = await library();
  const keys = await newKeys();
  const issuer = new x509.X509Certificate(authority.certificate);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${names[0] ?? 'localhost'}`,
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey: await privateKeyOf(authority),
    signingAlgorithm: algorithm,
    notBefore: now,
    notAfter: daysAfter(now, serverDays),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  });
  return { certificate: certificate.toString('pem'), privateKey: await privatePem(keys) };
}

/** Loaded only when a certificate is made: a node without --tls starts without it. */
async function library() {
  provideReflection();
  return import('@peculiar/x509');
}

function newKeys() {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function privatePem({ privateKey }: { privateKey: CryptoKey }): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
}

function privateKeyOf({ privateKey }: KeyedCertificate) {
  const der = Buffer.from(privateKey.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
  return crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}

function daysAfter(now: Date, days: number): Date {
  return new Date(now.getTime() + days * msPerDay);
}
