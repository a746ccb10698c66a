import { createHash } from 'node:crypto';
import type { DossierView } from '@portolan/contract';
import { form3461, form7501, renderForm } from '@portolan/filing/print';
import { ok, type Result } from '@portolan/kernel';
import { zipSync } from 'fflate';
import { printedEntry } from '../forms/routes.ts';
import type { Auth } from '../platform/tenant.ts';
import type { TradeContext } from '../trade/context.ts';
import { findCase } from '../trade/entry/filed.ts';
import { dossierView } from '../trade/entry/view.ts';
import { originalsOf } from '../trade/evidence/originals.ts';
import { evidenceOfCase, type HeldEvidence } from '../trade/store/case-evidence.ts';
import { type EvidenceRow, readEvidence } from '../trade/store/evidence.ts';

/** A file of the archive; names are ASCII, with `/` between folders. */
interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first day that the format knows: the archive says nothing of when it was made. */
const FIRST_DAY = new Date(1980, 0, 1);

/**
 * Everything that an organization holds of an entry in one ZIP (19 CFR 163.4: five years): the entry, both forms, every document
 * byte by byte, decisions, receipts and timeline, and `manifest.json` with the SHA-256 of each file.
 */
export async function auditPacket(
  context: TradeContext,
  auth: Auth,
  entryNumber: string,
): Promise<Result<Uint8Array>> {
  const [dossier, row] = await Promise.all([
    dossierView(context, auth, entryNumber),
    findCase(context.pool, auth.tenant.id, entryNumber),
  ]);
  if (!dossier.ok) return dossier;
  if (!row.ok) return row;
  const documents = await evidenceOfCase(context.pool, auth.tenant.id, row.value.case_id);
  const originals = await readEvidence(context.pool, auth.tenant.id, originalsOf(documents));
  const files = [
    ...records(dossier.value),
    ...(await forms(dossier.value)),
    ...documents.map((document, index) => documentFile(document, index)),
    ...[...originals.values()].map(originalFile),
  ];
  const all = [...files, manifest(dossier.value.entryNumber, files)];
  const contents = Object.fromEntries(all.map(({ name, bytes }) => [name, bytes]));
  return ok(zipSync(contents, { level: 0, mtime: FIRST_DAY }));
}

function records(dossier: DossierView): ZipFile[] {
  const { entry, provenance, evaluation, decisions, receipts, timeline, requests } = dossier;
  const { milestones = [], signatory = null, clocks } = dossier;
  return [
    json('entry.json', { entry, provenance }),
    json('evaluation.json', evaluation ?? null),
    json('decisions.json', decisions),
    json('receipts.json', receipts),
    json('requests.json', requests),
    json('timeline.json', timeline),
    json('milestones.json', milestones),
    json('sign-off.json', signatory),
    json('terms.json', clocks),
  ];
}

async function forms(dossier: DossierView): Promise<ZipFile[]> {
  const printed = printedEntry(dossier);
  const at = new Date(dossier.filedAt);
  return [
    { name: 'forms/7501.pdf', bytes: await renderForm(form7501(printed), at) },
    { name: 'forms/3461.pdf', bytes: await renderForm(form3461(printed), at) },
  ];
}

/** Numbered, since two documents may carry one name. */
function documentFile({ type, file_name, format, content }: HeldEvidence, index: number): ZipFile {
  const ending = format === 'credential' ? 'vc.json' : format;
  const plain = (file_name ?? `${type}.${ending}`).replace(/[^\w.-]/g, '_').slice(-100);
  return { name: `documents/${String(index + 1).padStart(3, '0')}-${plain}`, bytes: content };
}

/** A file that documents were read from, byte by byte; a document names it by its digest. */
function originalFile({ digest, file_name, content }: EvidenceRow): ZipFile {
  const plain = (file_name ?? 'file').replace(/[^\w.-]/g, '_').slice(-100);
  return { name: `originals/${digest.slice(7, 23)}-${plain}`, bytes: content };
}

function manifest(entryNumber: string, files: readonly ZipFile[]): ZipFile {
  return json('manifest.json', {
    entryNumber,
    files: files.map(({ name, bytes }) => ({
      name,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  });
}

function json(name: string, value: unknown): ZipFile {
  return { name, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}
