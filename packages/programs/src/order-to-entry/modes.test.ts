import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { orderGraph } from '@portolan/documents';
import { orderFolders } from './stories/folders.ts';
import { dossierOf, evidenceOf } from './testing/dossier.ts';

/** Mode of transport and entry type that the papers of each folder lead to (CATAIR Appendix B). */
const modes: Readonly<Record<string, readonly [mode: string, entryType: string]>> = {
  'order-ocean-lcl': ['11', '01'],
  'order-air': ['40', '01'],
  'order-truck': ['30', '01'],
  'order-rail': ['20', '01'],
  'order-pipeline': ['70', '01'],
  'order-mail': ['50', '11'],
  'order-ocean-cif': ['11', '01'],
};

describe('modes', () => {
  for (const folder of orderFolders)
    it(`${folder.folder}: mode and type follow from its papers, which join one graph`, () => {
      const { entry } = dossierOf(folder).dossier;
      assert.deepEqual([entry.modeOfTransport, entry.entryType], modes[folder.folder]);
      const { loose, orders } = orderGraph(evidenceOf(folder));
      assert.deepEqual(loose, []);
      assert.equal(orders.length, 1);
    });

  it('covers vessel, air, truck, rail, pipeline and mail', () => {
    assert.deepEqual(new Set(orderFolders.map(({ folder }) => folder)), new Set(Object.keys(modes)));
  });
});
