import { type AttestationType, attestationTypes } from '@portolan/parties';
import { documentTypeName } from '../../format/document-types.ts';
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
      options={attestationTypes.map((type) => [type, documentTypeName(type)] as const)}
      onChange={onChange}
    />
  );
}
