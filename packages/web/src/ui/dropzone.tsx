import { type DragEvent, useId, useState } from 'react';
import { filesOfDrop } from './dropped-files.ts';
import { Icon } from './icon.tsx';

interface DropzoneProps {
  /** What may be dropped, in one sentence. */
  hint: string;
  /** Offers a whole folder beside single files. */
  folders?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}

function Picker(props: {
  label: string;
  folder?: boolean;
  disabled: boolean;
  onFiles: (files: File[]) => void;
}) {
  const id = useId();
  const folder = props.folder ? { webkitdirectory: '' } : {};
  return (
    <span className="picker">
      <input
        id={id}
        type="file"
        multiple
        disabled={props.disabled}
        className="picker-input"
        {...folder}
        onChange={(event) => {
          props.onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <label htmlFor={id} className="usa-button usa-button--outline">
        {props.label}
      </label>
    </span>
  );
}

/** Takes documents: dropped here, or chosen as files or as a folder. */
export function Dropzone({ hint, folders = false, disabled = false, onFiles }: DropzoneProps) {
  const [over, setOver] = useState(false);
  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFiles(await filesOfDrop(event.dataTransfer));
  };
  return (
    <fieldset
      className="dropzone"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <legend className="usa-sr-only">Documents</legend>
      <Icon name="upload" />
      <p>
        <strong>Drop documents here</strong>
      </p>
      <p className="muted">{hint}</p>
      <div className="row">
        <Picker label="Choose files" disabled={disabled} onFiles={onFiles} />
        {folders && <Picker label="Choose a folder" folder disabled={disabled} onFiles={onFiles} />}
      </div>
    </fieldset>
  );
}
