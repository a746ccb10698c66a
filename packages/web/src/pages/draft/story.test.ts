import { expect, test } from 'vitest';
import { partStory } from './story.ts';

const invoice = new File(['{}'], 'invoice.vc.json');

test('the note on how to file is read and is no document', async () => {
  const note = new File(
    ['{"storyAt":"2026-06-12T16:00:00.000Z","typed":{"/bond":{"type":"8"}}}'],
    'filing.json',
  );
  expect(await partStory([invoice, note])).toEqual({
    documents: [invoice],
    story: { storyAt: '2026-06-12T16:00:00.000Z', typed: { '/bond': { type: '8' } } },
  });
});

test('a folder without a note is only documents', async () => {
  expect(await partStory([invoice])).toEqual({ documents: [invoice], story: { typed: {} } });
});

test('a note that is not JSON says nothing', async () => {
  expect((await partStory([new File(['{'], 'filing.json')])).story).toEqual({ typed: {} });
});
