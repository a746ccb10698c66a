import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { readFile } from '../read-file.ts';
import { unreadSegments } from './unread.ts';

const segment = (tag: string, at: number) => ({ tag, at, elements: [] });

test('names the segments that no value came from, by tag in their order, the frame left out', () => {
  const segments = ['ST', 'BEG', 'REF', 'DTM', 'REF', 'TD5', 'CTT', 'SE'].map((tag, index) =>
    segment(tag, index + 1),
  );
  const message = { syntax: 'X12' as const, kind: '850', sender: 'A', receiver: 'B', segments };
  assert.deepEqual(unreadSegments(message, ['segment 2, BEG03', 'segment 4, DTM02', '/elsewhere']), {
    count: 3,
    segments: 'REF (2), TD5',
  });
});

test('a message that is read says in a notice what of it was not', () => {
  const message = [
    'UNB+UNOA:2+SENDER+RECEIVER+260601:1200+1',
    'UNH+1+ORDERS:D:01B:UN',
    'BGM+220+PO-1+9',
    'DTM+137:20260601:102',
    'FTX+AAI+++CALL BEFORE DELIVERY',
    'NAD+BY+++SAMPLE BUYER++RIO RICO++85648+US',
    'NAD+SE+++SAMPLE SELLER++CULIACAN++80000+MX',
    'CUX+2:USD:9',
    'LIN+1++MANGO:SA',
    'IMD+F++:::MANGOES',
    'QTY+21:100:KGM',
    'UNS+S',
    'CNT+2:1',
    'UNT+13+1',
    'UNZ+1+1',
  ].join("'");
  const read = readFile({ name: 'order.edi', bytes: utf8(`${message}'`) }, nodeCrypto);
  assert.ok(read.ok, JSON.stringify(!read.ok && read.refusals));
  const notice = read.value.documents[0]?.notices.find(({ code }) => code === 'DOC_EDI_UNREAD');
  assert.equal(notice?.params?.segments, 'FTX');
});
