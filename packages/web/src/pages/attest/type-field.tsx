import { type AttestationType, attestationTypes } from '@portolan/parties';
import { attestationName } from '../../standing/attestation-words.ts';
import { SelectField } from '../../ui/select-field.tsx';

interface TypeFieldProps {
  value: AttestationType;
  onChange: (type: AttestationType) => void;
}

/** Which type of attestation is signed. */
export function TypeField({ value, onChange }: TypeFieldProps) {
  return (
    <SelectField
      id="attestation-type"
      label="Type of attestation"
      value={value}
      options={attestationTypes.map((type) => [type, attestationName(type)] as const)}
      onChange={onChange}
    />
  );
}
