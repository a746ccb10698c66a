import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { dossierWith } from '../../testing/case.ts';
import { dossierOf, draft, readExample, reference } from '../../testing/example.ts';
import { caftaDr } from '../facts/cafta-dr.ts';
import { usmca } from '../facts/usmca.ts';
import { recomputeDenied } from './notice-of-action.ts';
import { requestTemplates } from './templates.ts';
import { correctionState, postImportationState } from './terms.ts';

describe('notice of action', () => {
  it('recomputes duty and fees when the claim on the mangoes is denied', () => {
    const dossier = dossierWith({});
    const amounts = expectOk(recomputeDenied(dossier, [1], reference, dossier.filedAt));
    // 6.6 cents/kg x 5,000 kg = 330.00; fee 5,500 x 0.3464% = 19.05, minimum 33.58; mangoes are exempt from section 122.
    assert.deepEqual(amounts.difference, { duty: '330.00', fees: '33.58', total: '363.58' });
    assert.deepEqual(amounts.lines, [1]);
  });

  it('lets the minimum of the fee count once for the whole entry', async () => {
    const { evidence, filing } = await readExample('nogales-truck');
    const dossier = dossierOf(evidence, filing, draft(evidence, filing, { '/lines/3/spi': null }));
    const amounts = expectOk(recomputeDenied(dossier, [3], reference, filing.storyAt));
    // Chilies and mangoes together: (1,235 + 5,225) x 0.3464% = 22.38, still the minimum that the chilies paid alone.
    assert.deepEqual(amounts.difference, { duty: '330.00', fees: '0.00', total: '330.00' });
  });
});

describe('terms', () => {
  it('leave a year for a claim after importation', () => {
    assert.deepEqual(postImportationState(usmca, '2026-06-12', '2027-06-12').state, 'last-day');
    assert.equal(postImportationState(usmca, '2026-06-12', '2027-06-11').daysLeft, 1);
    assert.equal(postImportationState(caftaDr, '2026-06-12', '2027-06-13').state, 'closed');
    assert.equal(postImportationState(usmca, '2024-02-29', '2024-03-01').lastDay, '2025-02-28');
  });

  it('call a correction prompt within thirty days (19 CFR 182.124)', () => {
    assert.equal(correctionState(usmca, '2026-06-01', '2026-06-20').state, 'running');
    assert.equal(correctionState(usmca, '2026-06-01', '2026-08-01', '2026-07-01').state, 'prompt');
    assert.equal(correctionState(usmca, '2026-06-01', '2026-08-01', '2026-07-02').state, 'late');
    assert.equal(correctionState(usmca, '2026-06-01', '2026-07-02').state, 'late');
  });
});

describe('request templates', () => {
  it('cover every subject of Form 28, with questions that have names of their own', () => {
    const subjects = requestTemplates.map(({ subject }) => subject).sort();
    assert.deepEqual(subjects, [
      'antidumping-countervailing',
      'classification',
      'origin',
      'preference-claim',
      'sample',
      'value',
    ]);
    for (const { questions, days, cite, id } of requestTemplates) {
      assert.equal(new Set(questions.map((question) => question.id)).size, questions.length, id);
      assert.equal(days, 30);
      assert.ok(cite && questions.length >= 3, id);
    }
  });
});
