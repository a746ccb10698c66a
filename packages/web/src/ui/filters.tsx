import { SearchForm } from './search-form.tsx';

interface FiltersProps {
  placeholderHint: string;
  states: readonly (readonly [value: string, words: string])[];
}

/** Search words and a state, kept in the address so that the list can be shared. */
export function Filters({ placeholderHint, states }: FiltersProps) {
  return <SearchForm hint={placeholderHint} choice={{ name: 'state', label: 'State', options: states }} />;
}
