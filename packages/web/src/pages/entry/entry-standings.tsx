import type { EntryStandings } from '@portolan/contract';
