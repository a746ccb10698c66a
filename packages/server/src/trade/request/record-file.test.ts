import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { utf8 } from '@portolan/kernel';
import { isRecordFile } from './record-file.ts';

const file = (name: string, content: string | number[]) => ({
  name,
  bytes: typeof content === 'string' ? utf8(content) : Uint8Array.from(content),
});

describe('a record that is kept as it is', () => {
  // First bytes as in ISO 32000-1 (7.5.2), RFC 2083 (3.1) and ITU-T T.81 (B.1.1.3).
  it('is PDF, PNG, JPEG or plain text', () => {
    for (const one of [
      file('harvest.pdf', '%PDF-1.7\n…'),
      file('orchard.png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
      file('orchard.jpg', [0xff, 0xd8, 0xff, 0xe0]),
      file('letter.txt', 'Dear officer,\n\tthe lot was picked on 8 June.\r\n'),
    ])
      assert.equal(isRecordFile(one), true, one.name);
  });

  it('is no markup, no data that should have been read, no program and nothing empty', () => {
    for (const one of [
      file('page.txt', '  <html><script>alert(1)</script>'),
      file('page.html', 'no markup yet'),
      file('picture.svg', 'x'),
      file('data.txt', '{"a":1}'),
      file('list.csv', 'a,b\n1,2'),
      file('run.exe', [0x4d, 0x5a, 0x90, 0]),
      file('escape.txt', 'a\u001b[31mb'),
      file('latin.txt', [0x61, 0xe9]),
      file('empty.txt', ' \n'),
    ])
      assert.equal(isRecordFile(one), false, one.name);
  });
});
