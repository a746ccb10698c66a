import type { ProvenanceClass } from '@portolan/filing';
import type { IconName } from '../ui/icon.tsx';

interface ProvenanceWords {
  label: string;
  icon: IconName;
  explain: string;
}

/** How each provenance class is named, signed and explained. */
export const provenanceWords: Record<ProvenanceClass, ProvenanceWords> = {
  signed: {
    label: 'Signed at source',
    icon: 'signed',
    explain: 'Taken as it stands from a document that its own issuer signed.',
  },
  imported: {
    label: 'Imported',
    icon: 'imported',
    explain: 'Read from a file that nobody signed. It is as good as the file.',
  },
  computed: {
    label: 'Computed',
    icon: 'computed',
    explain: 'Worked out from other fields by a named rule.',
  },
  assigned: {
    label: 'Assigned',
    icon: 'assigned',
    explain: 'Given by this node, such as an entry number from the filer’s series.',
  },
  typed: {
    label: 'Typed',
    icon: 'typed',
    explain: 'Entered by a person, who answers for it.',
  },
};
