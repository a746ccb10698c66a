import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runPortolan } from '../testing/run-portolan.ts';

const example = fileURLToPath(new URL('../../../../examples/order-ocean-lcl', import.meta.url));

describe('portolan order <folder>', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portolan-order-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('joins the papers of an example from order to arrival, and says that they agree', async () => {
    const { exitCode, out } = await runPortolan(['order', example]);
    assert.equal(exitCode, 0, out);
    assert.match(out, /Order PO-LCL-0601 of .*: arrived/);
    assert.match(out, /it travels under/);
    assert.match(out, /agree\./);
  });

  it('reads spreadsheets by a mapping, and tells each file that it cannot read', async () => {
    await writeFile(
      join(folder, 'order.csv'),
      'Bestell-Nr;Datum;Ware;Menge;ME\nB-1;05.06.2026;Mangos;1.200,5;kg\n',
    );
    await writeFile(join(folder, 'scan.pdf'), '%PDF-1.7 sample');
    const mapping = {
      ...{ document: 'PurchaseOrder', dates: 'dmy', decimals: 'comma' },
      columns: {
        ...{ 'Bestell-Nr': 'number', Datum: 'issueDate', Ware: 'lines.description' },
        ...{ Menge: 'lines.quantity.value', ME: 'lines.quantity.unit' },
      },
      constants: {
        ...{ currency: 'USD', 'buyer.name': 'Sample Buyer', 'buyer.address.country': 'US' },
        ...{ 'seller.name': 'Sample Seller', 'seller.address.country': 'DE' },
      },
    };
    const file = join(tmpdir(), `portolan-mapping-${process.pid}.json`);
    await writeFile(file, JSON.stringify(mapping));
    const { exitCode, out } = await runPortolan(['order', folder, '--mapping', file]);
    await rm(file);
    assert.equal(exitCode, 1);
    assert.match(out, /Order B-1 of Sample Buyer from Sample Seller: ordered/);
    assert.match(out, /1200\.5/);
    assert.match(out, /scan\.pdf: .*PDF/);
  });

  it('says what of a file it did not take over', async () => {
    const message = [
      ...['UNB+UNOA:2+SENDER+RECEIVER+260601:1200+1', 'UNH+1+ORDERS:D:01B:UN', 'BGM+220+PO-1+9'],
      ...['DTM+137:20260601:102', 'FTX+AAI+++CALL BEFORE DELIVERY', 'CUX+2:USD:9'],
      ...['NAD+BY+++SAMPLE BUYER++RIO RICO++85648+US', 'NAD+SE+++SAMPLE SELLER++CULIACAN++80000+MX'],
      ...[
        'LIN+1++MANGO:SA',
        'IMD+F++:::MANGOES',
        'QTY+21:100:KGM',
        'UNS+S',
        'CNT+2:1',
        'UNT+13+1',
        'UNZ+1+1',
      ],
    ];
    const own = await mkdtemp(join(tmpdir(), 'portolan-edi-'));
    await writeFile(join(own, 'order.edi'), `${message.join("'")}'`);
    const { exitCode, out } = await runPortolan(['order', own]);
    await rm(own, { recursive: true });
    assert.equal(exitCode, 0, out);
    assert.match(out, /^Not taken over$/m);
    assert.match(out, /order\.edi: Of the message 1 segments were not taken over: FTX/);
  });
});
