import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';

/** Refuses a change of what is archived. */
export const requireNotArchived = ({ id, status }: Exhibition): void => {
  if (status === 'archived') throw new ConflictError(reason('exhibitionArchived', { id }));
};
