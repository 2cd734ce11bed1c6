import type { Write } from '../../aws/transaction.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import type { Event } from '../../model/events/event.ts';
import type { Site } from '../../model/site/site.ts';
import { type EventPublicationRequest, publishDraft } from './publish-draft.ts';

/** What is imported with an event: how it is published, for which site, and what else the transaction writes. */
interface EventImport {
  readonly request: EventPublicationRequest;
  readonly site: Site;
  readonly others: readonly Write[];
}

/** Creates an event and publishes it in the same transaction. Throws as `publishDraft` does. */
export const importEvent = (
  event: Event,
  imported: EventImport,
  context: ActionContext,
): ReturnType<typeof publishDraft> =>
  retryOnNewEdition(() =>
    publishDraft({ event, previous: undefined, edition: undefined }, { ...imported, context, action: 'imported' }),
  );
