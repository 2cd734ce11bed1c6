import type { Words } from '../words/words.ts';
import type { StaffEvent } from './content.ts';

/** The status of an event, by its word and a colour. */
export const Status = ({ status, words }: { status: StaffEvent['status']; words: Words }) => (
  <span className={`status ${status}`}>{words.statuses[status]}</span>
);
