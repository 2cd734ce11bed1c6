import type { StaffExhibition } from '../../../shared/contract/exhibition-schemas.ts';
import { readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { Problem } from '../../../shared/http/problem.ts';
import type { Call } from '../../../shared/http/serve.ts';
import { type Exhibition, type ExhibitionStatus, transitions } from '../../../shared/model/exhibition.ts';
import { boundedErrors } from '../../../shared/model/field-error.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import { displayTitle } from '../events/display-title.ts';
import { versionConflictProblem } from '../map-store-errors.ts';
import { isEditor } from '../permissions.ts';
import { numbersOf } from './jury-numbers.ts';

/** An exhibition as staff see it; what is selected blind is left out. */
export const toStaffExhibition = ({ published, publishing, rating, ...exhibition }: Exhibition): StaffExhibition => ({
  ...withoutBlindSelection(exhibition, rating),
  ...(rating && { rating: withoutDraw(rating) }),
  displayTitle: displayTitle(exhibition.translations),
  hasUnpublishedChanges: published !== undefined && published.version !== exhibition.version,
  publishedLocales: published?.locales ?? [],
  ...(publishing && {
    publishing: {
      requestedAt: publishing.requestedAt,
      ...(publishing.errors && { errors: boundedErrors(publishing.errors) }),
    },
  }),
});

const withoutDraw = ({ draw: _, ...rating }: NonNullable<Exhibition['rating']>) => rating;

const withoutBlindSelection = (
  exhibition: Omit<Exhibition, 'published' | 'publishing' | 'rating'>,
  rating: Exhibition['rating'],
) => {
  const { selection: _, ...others } = exhibition;
  return isBlind({ ...exhibition, rating }) ? others : exhibition;
};

/**
 * An answer with an exhibition, and the version of it as ETag. What is selected blind it names by the numbers of the jury, to editors: ids
 * would tell which number is whose.
 */
export const toExhibitionResponse = async (exhibition: Exhibition, call: Pick<Call, 'staff'>) => {
  const { selection } = exhibition;
  const body = toStaffExhibition(exhibition);
  const headers = { etag: `"${exhibition.version}"` };
  if (!selection || !isBlind(exhibition) || !isEditor(call)) return { body, headers };
  const { artworkIds, ...decision } = selection;
  const numbers = await numbersOf(exhibition);
  return {
    body: { ...body, selection: { ...decision, numbers: artworkIds.flatMap((id) => numbers.get(id) ?? []) } },
    headers,
  };
};

/** The exhibition that a request acts on: 404 where there is none, 412 where `version` is given and stale. */
export const requireExhibition = async (id: string, version?: number): Promise<Exhibition> => {
  const exhibition = await readExhibition(id);
  if (!exhibition) throw new Problem('not-found', `There is no exhibition ${id}.`);
  if (version !== undefined && version !== exhibition.version) throw versionConflictProblem(exhibition);
  return exhibition;
};

/** True while an edition is being made. */
export const isPublishing = ({ publishing }: Exhibition): boolean =>
  publishing !== undefined && publishing.errors === undefined;

/** Refuses a change while an edition is being made of what would change. */
export const requireNotPublishing = (exhibition: Exhibition): void => {
  if (!isPublishing(exhibition)) return;
  throw new Problem('conflict', `The exhibition ${exhibition.id} is being published. Try again in a moment.`, {
    headers: { 'retry-after': '2' },
  });
};

const statusLabels: Readonly<Record<ExhibitionStatus, string>> = {
  draft: 'a draft',
  open: 'open for entries',
  selection: 'closed for entries',
  published: 'published',
  withdrawn: 'withdrawn',
};

/** Refuses a change of state that `transitions` does not know. */
export const requireTransition = ({ id, status }: Exhibition, next: ExhibitionStatus): void => {
  const possible = transitions[status] ?? [];
  if (possible.includes(next)) return;
  const allowed = possible.map((state) => statusLabels[state]).join(' or ') || 'nothing that this release knows';
  throw new Problem(
    'conflict',
    `The exhibition ${id} is ${statusLabels[status] ?? status}: it cannot become ${statusLabels[next]}, only ${allowed}.`,
    { errors: [{ path: 'status', message: `is ${status}; ${next} cannot follow it` }] },
  );
};
