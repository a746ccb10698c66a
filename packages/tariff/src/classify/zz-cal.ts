import { readFileSync } from 'node:fs';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { rankAt } from './calibrate.ts';
import { classifierOf } from './classifier.ts';
import { descend } from './descend.ts';
import { readProduct } from './read-product.ts';

const ref = loadEmbeddedReference();
const ed = ref.editions[0]!;
const T = ref.classification;
const c = classifierOf(ed, T);
const load = (f: string) =>
  readFileSync(new URL(`./testing/${f}-products.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((r) => {
      const [title = '', a = '', truth = ''] = r.split('\t');
      return {
        truth,
        facts: {
          title,
          attributes: Object.fromEntries(
            a
              .split(';')
              .map((p) => p.split(':').map((c) => c.trim()) as [string, string])
              .map(([k, v]) => [k, v ?? '']),
          ),
        },
      };
    });
const cal = load('calibration'),
  dev = load('development');
const pts: any = { 2: [], 4: [], 6: [], 8: [], 10: [] };
for (const r of cal) {
  const l = descend(c, readProduct(r.facts, T));
  for (const d of [2, 4, 6]) {
    const rk = rankAt(l, d);
    pts[d].push([rk[0]?.share ?? 0.0001, rk[0]?.hts === r.truth.slice(0, d) ? 1 : 0]);
  }
}
function hash(s: string) {
  let h = 2166136261;
  for (const ch of s) h = Math.imul(h ^ ch.charCodeAt(0), 16777619);
  return ((h >>> 0) % 1000) / 1000;
}
const noise: any = {
  weights: T.weights,
  traits: T.traits,
  terms: {
    find: (words: any) =>
      T.terms.find(words).flatMap((f: any) =>
        hash(
          'a' +
            words
              .slice(f.from, f.to)
              .map((x: any) => x.text)
              .join(' '),
        ) < 0.4
          ? []
          : [f],
      ),
  },
};
for (const d of [2, 4, 6]) for (const p of pts[d]) p.push(dev.length / cal.length);
for (const r of dev) {
  const l = descend(c, readProduct(r.facts, noise));
  for (const d of [2, 4, 6])
    if (r.truth.length >= d) {
      const rk = rankAt(l, d);
      pts[d].push([rk[0]?.share ?? 0.0001, rk[0]?.hts === r.truth.slice(0, d) ? 1 : 0, 1]);
    }
}
for (const r of dev) {
  if (r.truth.length < 10) continue;
  const l = descend(c, readProduct(r.facts, T)).filter((x) => x.hts.startsWith(r.truth.slice(0, 6)));
  const tot = l.reduce((s, x) => s + x.share, 0);
  for (const d of [8, 10]) {
    const rk = rankAt(l, d);
    if (rk[0] && rk[0].share / tot < 0.99999)
      pts[d].push([rk[0].share / tot, rk[0].hts === r.truth.slice(0, d) ? 1 : 0]);
  }
}
function fit(p: any[]) {
  let a = 1,
    b = 0;
  for (let i = 0; i < 20000; i++) {
    let ga = 0,
      gb = 0;
    for (const [s, y, w = 1] of p) {
      const q = Math.min(0.9999, Math.max(0.0001, s));
      const z = Math.log(q / (1 - q));
      const e = 1 / (1 + Math.exp(-(a * z + b))) - y;
      ga += w * e * z;
      gb += w * e;
    }
    a -= (0.1 * ga) / p.length;
    b -= (0.1 * gb) / p.length;
  }
  return [a, b];
}
const out: any[] = [];
for (const d of [2, 4, 6, 8, 10]) {
  const p = pts[d];
  const [a, b] = fit(p);
  out.push({ digits: d, slope: +a!.toFixed(3), offset: +b!.toFixed(3) });
  console.log(
    d,
    p.length,
    'acc',
    (p.reduce((s: number, x: any) => s + x[1], 0) / p.length).toFixed(3),
    'mean share',
    (p.reduce((s: number, x: any) => s + x[0], 0) / p.length).toFixed(3),
    JSON.stringify({ digits: d, slope: +a!.toFixed(3), offset: +b!.toFixed(3) }),
  );
}

const file = new URL('../../data/classifier-weights.json', import.meta.url);
const w = JSON.parse(readFileSync(file, 'utf8'));
w.calibration = out;
const { writeFileSync } = await import('node:fs');
writeFileSync(file, JSON.stringify(w, null, 2) + '\n');
