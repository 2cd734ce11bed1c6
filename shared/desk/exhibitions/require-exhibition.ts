import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { VersionConflictError } from '../store/versions.ts';
import { readExhibition } from './exhibitions.ts';

/** The exhibition that a request acts on: 404 where there is none, 412 where `version` is given and stale. */
export const requireExhibition = async (id: string, version?: number): Promise<Exhibition> => {
  const exhibition = await readExhibition(id);
  if (!exhibition) throw new NotFoundError(reason('exhibitionNotFound', { id }));
  if (version !== undefined && version !== exhibition.version) throw new VersionConflictError(exhibition);
  return exhibition;
};
