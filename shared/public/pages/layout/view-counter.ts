import { answerFacts } from '../../../freshness/answer-facts.ts';
import { viewWeightAt } from '../../../model/site/view-weight.ts';
import { countsKey } from '../../../showcase/counts/counts-key.ts';

/** How the views of a page are counted. */
export interface ViewCounter {
  /** The address that counts a view. */
  readonly path: string;
  /** How many readers one that is sent stands for, as far as the page knows. */
  readonly weight: number;
  /** The file with the count of now, where the CDN has asked for the page: nobody else serves files. */
  readonly counts: string | undefined;
}

/** How the views of the page of something are counted, of which so many were counted here when the page was made. */
export const viewCounterOf = (kind: 'event' | 'exhibition', id: string, counted: number | undefined): ViewCounter => ({
  path: `/v1/${kind}s/${id}/views`,
  weight: viewWeightAt(counted ?? 0),
  counts: answerFacts()?.isForEdge ? `/${countsKey(id)}` : undefined,
});
