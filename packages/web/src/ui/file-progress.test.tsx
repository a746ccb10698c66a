import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FileProgress, progressOf } from './file-progress.tsx';

const files = [new File(['a'.repeat(100)], 'invoice.json'), new File(['b'.repeat(300)], 'order.xml')];

test('what left of the body is counted to its files in order', () => {
  expect(progressOf(files, 0)).toEqual([0, 0]);
  expect(progressOf(files, 100)).toEqual([1, 0]);
  expect(progressOf(files, 250)).toEqual([1, 0.5]);
  expect(progressOf(files, 9999)).toEqual([1, 1]);
});

test('a file that was not taken says why and how to mend it', () => {
  const refusal = {
    code: 'DOC_XML',
    path: '',
    fault: 'sender',
    message: 'The XML is cut off.',
    mend: 'Send it whole.',
  } as const;
  render(
    <FileProgress
      files={files}
      progress={undefined}
      done
      refused={[{ name: 'order.xml', refusals: [refusal] }]}
    />,
  );
  expect(screen.getByText('Not taken')).toBeTruthy();
  expect(screen.getByText('The XML is cut off.')).toBeTruthy();
  expect(screen.getByText('Taken')).toBeTruthy();
});
