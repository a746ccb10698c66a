import { Button } from '@trussworks/react-uswds';
import { type ChangeEvent, useId, useState } from 'react';
import { download } from '../../../ui/download.ts';

interface QuestionFileProps<Question> {
  name: string;
  question: Question;
  onOpen: (question: Question) => void;
}

const LARGEST = 4 * 1024 * 1024;

/** Opens a question from a file and saves it as one: the same file that the command line takes. */
export function QuestionFile<Question extends object>({
  name,
  question,
  onOpen,
}: QuestionFileProps<Question>) {
  const id = useId();
  const [fault, setFault] = useState<string>();
  const open = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (!file) return;
    const read = file.size > LARGEST ? undefined : await file.text().then(readObject);
    setFault(read ? undefined : `${file.name} does not hold a worksheet in JSON.`);
    if (read) onOpen(read as Question);
  };
  const save = () => download(name, 'application/json', `${JSON.stringify(question, null, 2)}\n`);
  return (
    <div className="row no-print">
      <span className="picker">
        <input id={id} className="picker-input" type="file" accept="application/json,.json" onChange={open} />
        <label htmlFor={id} className="usa-button usa-button--outline button-small">
          Open a file
        </label>
      </span>
      <Button type="button" outline className="button-small" onClick={save}>
        Save as a file
      </Button>
      {fault && (
        <span className="field-error" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

function readObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
