import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { Problem } from '../../http/problem.ts';
import type { Exhibition } from '../../model/exhibition.ts';
import { versionConflictProblem } from '../shared/version-conflict-problem.ts';

/** The exhibition that a request acts on: 404 where there is none, 412 where `version` is given and stale. */
export const requireExhibition = async (id: string, version?: number): Promise<Exhibition> => {
  const exhibition = await readExhibition(id);
  if (!exhibition) throw new Problem('not-found', `There is no exhibition ${id}.`);
  if (version !== undefined && version !== exhibition.version) throw versionConflictProblem(exhibition);
  return exhibition;
};
