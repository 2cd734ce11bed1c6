import type { Event } from '../events/event.ts';
import { type EventStatus, eventStatusAt, eventStatuses } from '../events/event-status.ts';
import type { ExhibitionStatus } from '../exhibitions/exhibition-status.ts';
import type { Role } from './role.ts';

/**
 * Who acts: a member of the exhibition's jury; a contributor on their own work (`own`), on what was handed to them, or
 * on what is another's (`foreign`); an editor; an admin. Of the ladder each may be named alone: an editor is not let in
 * because a contributor is.
 */
export const actorKinds = ['juror', 'foreign', 'handed', 'own', 'editor', 'admin'] as const;

export type ActorKind = (typeof actorKinds)[number];

/**
 * The states in which an exhibition may be: those of its `status`, with `selection` told apart. In `rating` entries are
 * closed and no work is selected; in `selected` some are. With blind rating it is `blind` until the artists are
 * revealed, and `revealed` from then on.
 */
export const exhibitionStages = [
  ...(['draft', 'open', 'rating', 'blind', 'selected', 'revealed', 'published', 'withdrawn', 'archived'] as const),
] as const;

export type ExhibitionStage = (typeof exhibitionStages)[number];

export type Stage = ExhibitionStage | EventStatus;

/** One row of the table: an action, and who may do it in which state; in a state that is not listed, no role may. */
export interface PermissionRule {
  readonly in: Partial<Readonly<Record<Stage, readonly ActorKind[]>>>;
}

const staff = ['foreign', 'handed', 'own', 'editor', 'admin'] as const satisfies ActorKind[];
const responsible = ['own', 'editor', 'admin'] as const satisfies ActorKind[];
const editors = ['editor', 'admin'] as const satisfies ActorKind[];
const admins = ['admin'] as const satisfies ActorKind[];
const jury = ['juror', 'editor', 'admin'] as const satisfies ActorKind[];

type By = readonly ActorKind[];

/** While entries are taken. */
const entering = (by: By) => ({ draft: by, open: by });
/** Once they are closed, where the artists are not hidden. */
const closed = (by: By) => ({ rating: by, selected: by, revealed: by, published: by, withdrawn: by });
/** While an exhibition is not archived. */
const always = (by: By) => ({ ...entering(by), blind: by, ...closed(by) });
const evenArchived = (by: By) => ({ ...always(by), archived: by });
/** While an event is not archived. */
const inUse = (by: By) => ({ draft: by, inReview: by, scheduled: by, published: by, withdrawn: by });
const inAnyEvent = (by: By) => ({ ...inUse(by), archived: by });

/**
 * What may be done with an exhibition and the entries in it. Of an entry, `own` is what the contributor has entered.
 */
export const exhibitionPermissions = {
  readExhibition: { in: evenArchived(staff) },
  changeExhibition: { in: always(responsible) },
  setBlindRating: { in: entering(editors) },
  enter: { in: { ...entering(staff), ...closed(editors) } },
  readEntry: { in: { ...evenArchived(staff), blind: ['own'] } },
  readArtist: {
    in: { ...evenArchived(responsible), blind: ['own'] },
  },
  changeEntry: {
    in: { ...entering(responsible), blind: admins, ...closed(editors) },
  },
  changeConsent: {
    in: { ...evenArchived(responsible), blind: ['own', 'admin'] },
  },
  attachUpload: { in: { ...entering(responsible), ...closed(editors) } },
  eraseEntry: {
    in: { ...entering(responsible), blind: admins, ...closed(editors), archived: editors },
  },
  findDuplicates: { in: { ...entering(staff), ...closed(staff), archived: staff } },
  readMentions: {
    in: { ...entering(editors), ...closed(editors), archived: editors },
  },
  readHall: {
    in: { ...entering(editors), ...closed(editors), archived: editors },
  },
  assignJurors: { in: always(editors) },
  readWorks: { in: { rating: jury, blind: jury } },
  rate: { in: { rating: jury, blind: jury } },
  readRanking: { in: evenArchived(editors) },
  select: { in: always(editors) },
  selectSighted: {
    in: { revealed: admins, published: admins, withdrawn: admins },
  },
  lookUp: { in: { blind: admins } },
  reveal: { in: { blind: editors } },
  reopen: {
    in: { rating: editors, blind: admins, selected: editors, revealed: admins, withdrawn: editors },
  },
  publishExhibition: {
    in: { selected: editors, revealed: editors, published: editors, withdrawn: editors },
  },
  unpublishExhibition: {
    in: { published: editors, withdrawn: editors, archived: editors },
  },
  archiveExhibition: {
    in: { ...entering(editors), rating: editors, selected: editors, revealed: editors, withdrawn: editors },
  },
  unarchiveExhibition: { in: { archived: editors } },
  previewExhibition: { in: always(responsible) },
  readExhibitionRevisions: { in: evenArchived(editors) },
  restoreExhibition: { in: always(editors) },
  revokeExhibitionPreview: { in: evenArchived(responsible) },
} as const satisfies Record<string, PermissionRule>;

export type ExhibitionAction = keyof typeof exhibitionPermissions;

const withHanded = ['handed', ...responsible] as const satisfies ActorKind[];

/** What may be done with an event; `own` is what the contributor has created. */
export const eventPermissions = {
  readEvent: { in: inAnyEvent(staff) },
  changeEvent: { in: inUse(withHanded) },
  handOver: { in: inUse(responsible) },
  archiveEvent: { in: { draft: responsible, inReview: responsible, withdrawn: responsible } },
  unarchiveEvent: { in: { archived: responsible } },
  submitEvent: { in: { draft: withHanded, withdrawn: withHanded } },
  recallEvent: { in: { inReview: withHanded } },
  publishEvent: { in: inUse(editors) },
  unpublishEvent: { in: inAnyEvent(editors) },
  previewEvent: { in: inUse(withHanded) },
  readRevisions: { in: inAnyEvent(withHanded) },
  revokePreview: { in: inAnyEvent(withHanded) },
} as const satisfies Record<string, PermissionRule>;

export type EventAction = keyof typeof eventPermissions;

/** What of an exhibition says in which state it is: as it is stored, or as the API answers it. */
interface Staged {
  readonly blindRating: boolean;
  readonly status: ExhibitionStatus;
  readonly rating?: { readonly revealedAt?: string | undefined } | undefined;
  readonly selection?: { readonly artworkIds?: readonly string[] | undefined } | undefined;
}

/**
 * True while the artists of an exhibition are hidden: from the end of entries until they are revealed. What was stored
 * before there were reveals has shown them with its first selection.
 */
export const isBlind = ({ blindRating, status, rating, selection }: Staged): boolean =>
  blindRating && status === 'selection' && (rating ? rating.revealedAt === undefined : selection === undefined);

/** The state of an exhibition as permissions know it: what is planned is published. */
export const stageOf = (exhibition: Staged): ExhibitionStage => {
  const { status, blindRating, selection } = exhibition;
  if (status === 'scheduled') return 'published';
  if (status !== 'selection') return status;
  if (blindRating) return isBlind(exhibition) ? 'blind' : 'revealed';
  // A selection whose only work was erased, or has lost its consent, ends no rating.
  return selection?.artworkIds?.length ? 'selected' : 'rating';
};

/**
 * The status of an event at a time as permissions know it: one that a later release has stored is read as an archived
 * one is.
 */
export const eventStageAt = (event: Pick<Event, 'status' | 'publishedAt' | 'unpublishAt'>, now: Date): EventStatus => {
  const status = eventStatusAt(event, now);
  return eventStatuses.includes(status) ? status : 'archived';
};

/** Who acts, and in which role. */
export interface RoleHolder {
  readonly by: string;
  readonly role?: Role | undefined;
}

/** The actor's relation to an item that `createdBy` has made: see `actorKinds`. */
export const actorKindOf = (
  { by, role }: RoleHolder,
  createdBy?: string,
  handedTo: readonly string[] = [],
): ActorKind => {
  if (role === 'admin' || role === 'editor') return role;
  if (createdBy === by) return 'own';
  return handedTo.includes(by) ? 'handed' : 'foreign';
};

/** Who may do an action in a state; empty where the state is not listed. */
export const actorsAllowedIn = (permission: PermissionRule, stage: Stage): readonly ActorKind[] =>
  permission.in[stage] ?? [];
