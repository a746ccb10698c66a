import type { Evidence } from '@portolan/documents';
import type { Entry } from '@portolan/filing';
import type { Finding } from '@portolan/programs';
import { enteredValue } from '../filing/observe.ts';
import type { EntryFacts } from '../store/officer-queue.ts';

/** What targeting rules look at in an entry: its parties, goods, findings, and the documents nobody signed. */
export function factsOf(
  entry: Entry,
  evidence: readonly Evidence[],
  findings: readonly Finding[],
): EntryFacts {
  const { importerOfRecord: importer, filer, lines } = entry;
  const present = (values: readonly (string | undefined)[]) => [
    ...new Set(values.filter((value) => value !== undefined)),
  ];
  const certificateMissing = lines.some(
    ({ spi, certificate }) => spi !== undefined && certificate === undefined,
  );
  return {
    findings: present(findings.map(({ code }) => code)),
    hts: present(lines.map(({ hts }) => hts)),
    origins: present(lines.map(({ originCountry }) => originCountry)),
    importer: present([importer.number, importer.did, importer.name]),
    filer: present([filer.code, filer.did, filer.name]),
    producers: present(
      lines.flatMap(({ manufacturer }) => [manufacturer?.did, manufacturer?.mid, manufacturer?.name]),
    ),
    enteredValue: enteredValue(entry).toString(),
    unsigned: present([
      ...evidence.filter((item) => item.class === 'imported').map(({ type }) => type),
      certificateMissing ? 'CertificationOfOrigin' : undefined,
    ]),
  };
}
