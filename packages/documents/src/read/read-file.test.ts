import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digestBytes, digestJson, expectOk, type JsonValue, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import fc from 'fast-check';
import { invoice } from '../testing/fixtures.ts';
import { ublInvoice } from '../testing/ubl-fixtures.ts';
import { readFile } from './read-file.ts';

const read = (content: string | Uint8Array, name = 'file') =>
  readFile({ name, bytes: typeof content === 'string' ? utf8(content) : content });
const codes = (content: string | Uint8Array, name?: string) => {
  const result = read(content, name);
  return result.ok ? [] : result.refusals.map(({ code }) => code);
};

describe('readFile', () => {
  it('digests the exact bytes of XML, and the canonical form of JSON', () => {
    const xml = ublInvoice();
    assert.equal(expectOk(read(xml)).digest, digestBytes(nodeCrypto, utf8(xml)));
    const pretty = JSON.stringify(invoice, null, 2);
    const expected = digestJson(nodeCrypto, invoice as JsonValue);
    assert.equal(expectOk(read(pretty)).digest, expected);
    assert.equal(expectOk(read(JSON.stringify(invoice))).digest, expected);
  });

  it('reads with a byte order mark, by content and not by name', () => {
    assert.equal(expectOk(read(`\ufeff${ublInvoice()}`, 'wrong.csv')).format, 'ubl-invoice');
    assert.equal(expectOk(read(`\ufeff${JSON.stringify(invoice)}`, 'wrong.xml')).format, 'json');
  });
});

describe('hostile files', () => {
  it('refuses empty and blank files', () => {
    assert.deepEqual(codes(''), ['DOC_FILE_EMPTY']);
    assert.deepEqual(codes(' \n\t'), ['DOC_FILE_EMPTY']);
  });

  it('refuses 10 MB before reading it', () => {
    const big = new Uint8Array(10 * 1024 * 1024).fill(0x20);
    assert.deepEqual(codes(big), ['DOC_FILE_TOO_LARGE']);
    assert.deepEqual(codes(`{"a":"${'x'.repeat(10_000_000)}"}`), ['DOC_FILE_TOO_LARGE']);
  });

  it('refuses files cut off at any place', () => {
    const json = JSON.stringify(invoice);
    const xml = ublInvoice();
    for (const text of [json, xml])
      for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
        assert.equal(codes(text.slice(0, Math.floor(text.length * share))).length > 0, true);
    assert.deepEqual(codes(json.slice(0, -1)), ['KERNEL_JSON_SYNTAX']);
    assert.deepEqual(codes(xml.slice(0, -1)), ['DOC_XML_SYNTAX']);
  });

  it('refuses 200 levels of JSON and of XML', () => {
    assert.deepEqual(codes('['.repeat(200) + ']'.repeat(200)), ['KERNEL_JSON_TOO_DEEP']);
    assert.deepEqual(codes('<a>'.repeat(200) + '</a>'.repeat(200)), ['DOC_XML_DEPTH']);
  });

  it('refuses a member twice and __proto__', () => {
    assert.deepEqual(codes('{"number":"1","number":"2"}'), ['KERNEL_JSON_DUPLICATE_KEY']);
    assert.deepEqual(codes('{"__proto__":{"x":1}}'), ['KERNEL_JSON_FORBIDDEN_KEY']);
  });

  it('refuses external entities, parameter entities and the billion laughs', () => {
    const xxe = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    const parameter = '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd">%p;]><a/>';
    const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${[...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`).join('')}]><l>&j;</l>`;
    const plain = '<!DOCTYPE html><html/>';
    for (const text of [xxe, parameter, laughs, plain]) assert.deepEqual(codes(text), ['DOC_XML_DOCTYPE']);
  });

  it('refuses an entity that nobody declared', () => {
    assert.deepEqual(codes(ublInvoice().replace('Mangoes', '&copy;')), ['DOC_XML_ENTITY']);
    assert.equal(codes(ublInvoice().replace('Mangoes', 'Fruit &amp; &#77;angoes')).length, 0);
  });

  it('takes no quadratic time over many twins', () => {
    const started = process.hrtime.bigint();
    const many = `<a>${'<b/>'.repeat(90_000)}</a>`;
    assert.deepEqual(codes(many), ['DOC_UBL_UNKNOWN']);
    assert.ok(process.hrtime.bigint() - started < 5_000_000_000n);
    assert.deepEqual(codes(`<a>${'<b/>'.repeat(110_000)}</a>`), ['DOC_XML_TOO_MANY']);
  });

  it('refuses other encodings than UTF-8', () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${ublInvoice()}`, 'utf16le'));
    assert.deepEqual(codes(utf16), ['DOC_FILE_ENCODING']);
    const latin = new Uint8Array(Buffer.from(ublInvoice().replace('Mangoes', 'Piñas'), 'latin1'));
    assert.deepEqual(codes(latin), ['DOC_FILE_ENCODING']);
    const declared = ublInvoice().replace('UTF-8', 'ISO-8859-1').replace('Mangoes', 'Piñas');
    assert.deepEqual(codes(declared), ['DOC_XML_ENCODING']);
  });

  it('names the formats that people send by mistake', () => {
    const file = (...bytes: number[]) => read(new Uint8Array([...bytes, 1, 2, 3]));
    for (const bytes of [
      [0x25, 0x50, 0x44, 0x46],
      [0x50, 0x4b, 3, 4],
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8, 0xff],
    ]) {
      const result = file(...bytes);
      assert.ok(!result.ok && result.refusals[0]?.code === 'DOC_FILE_UNREADABLE');
    }
    assert.deepEqual(codes('abc\0def'), ['DOC_FILE_UNREADABLE']);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void read(bytes)));
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void read(text)));
  });

  it('never throws on a document with bytes changed', () => {
    const sources = [
      ublInvoice(),
      JSON.stringify(invoice),
      'Invoice No,Line,Description,Amount\n1,1,x,1.00',
    ].map(utf8);
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.constantFrom(...sources), damage, (source, changes) => {
        const bytes = Uint8Array.from(source);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        read(bytes);
      }),
      { numRuns: 300 },
    );
  });
});
