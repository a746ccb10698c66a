import type { Trust } from '@portolan/credentials';
import { documentSchemaCheck } from '@portolan/documents';
import { instant } from '@portolan/kernel';
import { webCrypto } from '@portolan/kernel/browser';
import { judgeFile, type VerifyReport } from '@portolan/ledger';
import { verdictView } from './verdict-view.ts';

/** Larger files are refused by the verifier itself; they are cut here so that the page does not fill its memory first. */
const readBytes = 8_400_000;

const files = byId('files', HTMLInputElement);
const keys = byId('keys', HTMLTextAreaElement);
const drop = byId('drop', HTMLElement);
const verdicts = byId('verdicts', HTMLElement);
const summary = byId('summary', HTMLElement);

files.addEventListener('change', () => void verifyAll([...(files.files ?? [])]));
keys.addEventListener('change', () => void verifyAll([...(files.files ?? [])]));
// A file dropped beside the frame would otherwise replace the page.
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  if (event.dataTransfer?.files.length) {
    files.files = event.dataTransfer.files;
    void verifyAll([...event.dataTransfer.files]);
  }
});
drop.addEventListener('dragenter', () => drop.classList.add('over'));
drop.addEventListener('dragleave', () => drop.classList.remove('over'));

void verifyCode();

/** Verifies files one after the other and shows their verdicts in place of the earlier ones. */
async function verifyAll(chosen: readonly File[]): Promise<void> {
  if (chosen.length === 0) return;
  summary.textContent = 'Verifying\u2026';
  const reports: VerifyReport[] = [];
  const views: HTMLElement[] = [];
  for (const file of chosen) {
    const report = await verifyFile(file);
    reports.push(report);
    views.push(verdictView(file.name, report));
  }
  verdicts.replaceChildren(...views);
  summary.textContent = summarize(reports);
  verdicts.querySelector('h2')?.focus();
}

/** A code on a printed paper leads here: what it stands for is asked of the node that gave it out, and checked like any file. */
async function verifyCode(): Promise<void> {
  const code = /^#(pev\.[\w.-]+)$/.exec(location.hash)?.[1];
  if (code === undefined || !/^https?:$/.test(location.protocol)) return;
  summary.textContent = 'Fetching what the code stands for\u2026';
  const answer = await fetch(`/evidence/${code}`).catch(() => undefined);
  if (!answer?.ok) {
    summary.textContent =
      'This node knows no document of this code. Scan it again, or ask whoever printed the paper for the file.';
    return;
  }
  const key = await fetch('/log/key').catch(() => undefined);
  if (key?.ok && keys.value === '') keys.value = (await key.text()).trim();
  await verifyAll([new File([await answer.blob()], 'The document of the code')]);
}

async function verifyFile(file: File): Promise<VerifyReport> {
  const bytes = new Uint8Array(await file.slice(0, readBytes).arrayBuffer());
  const logKeys = keys.value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return judgeFile(bytes, {
    crypto: webCrypto,
    at: instant(Date.now()),
    logKeys,
    schema: documentSchemaCheck,
    verify: verifyAnyForm,
    verifyList: verifyAnyList,
  });
}

/** The libraries of the field stand in the same script and are started when the first file needs them. */
async function verifyAnyForm(credential: unknown, trust: Trust) {
  const forms = await import('@portolan/credentials/forms/verify');
  return forms.verifyAnyForm(credential, trust);
}

async function verifyAnyList(list: unknown, trust: Trust) {
  const forms = await import('@portolan/credentials/forms/verify');
  return forms.verifyAnyStatusList(list, trust);
}

function summarize(reports: readonly VerifyReport[]): string {
  const count = (conclusion: VerifyReport['conclusion']) =>
    reports.filter((report) => report.conclusion === conclusion).length;
  const unsure = count('incomplete') === 0 ? '' : `, ${count('incomplete')} not fully verified`;
  return `${count('verified')} of ${reports.length} verified, ${count('refused')} refused${unsure}.`;
}

function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}
