import type { ActionName, ActorName, HiddenPartName, JsonType, StageName, UploadStateName } from './names.ts';
import type { RejectionParams } from './rejection-codes.ts';

/** A code whose words need nothing more. */
type None = undefined;

interface FieldRefusals {
  // Any value
  required: None;
  wrongType: { readonly expected: JsonType };
  unknownField: None;
  invalidValue: None;
  invalidChoice: { readonly allowed: readonly string[] };
  notBoolean: None;
  notAnInteger: None;
  outOfRange: { readonly min: number; readonly max: number };
  tooSmall: { readonly min: number };
  tooBig: { readonly max: number };
  tooManyItems: { readonly max: number };
  tooFewItems: { readonly min: number };
  duplicates: None;
  duplicate: None;

  // Texts
  empty: None;
  tooShort: { readonly min: number };
  tooLong: { readonly max: number };
  tooManyBytes: { readonly max: number };
  tooManyWords: { readonly max: number };
  nothingToSearch: None;
  brokenCharacter: None;
  controlCharacters: None;
  controlCharactersInText: None;
  bidiControls: None;
  tooManyMarks: { readonly max: number };
  nothingVisible: None;
  noNameInAnyLanguage: None;

  // Values of a certain form
  invalidId: None;
  invalidIdOrSlug: None;
  invalidSlug: None;
  invalidLocale: None;
  invalidTime: None;
  invalidDay: None;
  invalidDayOrTime: None;
  invalidMonth: None;
  invalidTimeZone: None;
  missingPlaceholder: { placeholder: string };
  unknownPlaceholder: { placeholder: string; known: readonly string[] };
  invalidUrl: { readonly example: string };
  invalidEmail: None;
  invalidColour: None;
  contrastTooLow: { readonly contrast: number; readonly min: number };
  invalidRights: None;
  invalidPath: None;
  reservedPath: None;
  invalidSha256: None;
  invalidAccountName: None;
  invalidVersion: None;
  invalidWorkNumber: None;
  invalidAuditItem: None;
  invalidPreviewToken: None;
  invalidCursor: None;
  invalidETag: None;
  invalidIdempotencyKey: None;
  emptyFile: None;
  fileTooLarge: { readonly maxBytes: number; readonly maxMebibytes: number };

  // The body as a whole
  notUtf8: None;
  notJson: None;
  notJsonAt: { readonly line: number; readonly column: number };
  nestedTooDeep: { readonly max: number };
  tooManyValues: { readonly max: number };
  tooManyLines: { readonly count: number; readonly max: number };
  moreErrors: { readonly count: number };

  // Values that contradict others
  outsideYears: { readonly first: number; readonly last: number };
  inTheFuture: None;
  before: { readonly field: string };
  requiredBeside: { readonly field: string };
  dayLike: { readonly field: string };
  timeLike: { readonly field: string };
  notBeside: { readonly field: string };
  exactlyOneOf: { readonly fields: readonly string[] };
  minorByAge: { readonly age: number };
  needsRole: { readonly role: string };

  // What the site, the desk or the public does not have
  unknownLocale: { readonly known: readonly string[] };
  unknownCategory: { readonly known: readonly string[] };
  unknownValue: { readonly value: string; readonly known: readonly string[] };
  unknownEvent: None;
  unknownExhibition: None;
  unknownUpload: None;
  unknownEventVersion: { readonly eventId: string };
  unknownExhibitionVersion: { readonly exhibitionId: string };
  localeNotInVersion: { readonly version: number };
  localeNotPublic: { readonly locales: readonly string[] };
  newDefaultLocale: None;
  categoryInUse: { readonly category: string; readonly count: number };

  // Publication
  nothingToPublish: None;
  altRequired: None;
  coverNotSelected: None;
  coverNotAmongPictures: None;
  selectionRequired: None;
  publicAlready: None;
  endBeforePublication: None;
  endInThePast: { readonly end: string };
  localeMustFollow: { readonly locale: string };
  textPictureAlt: { readonly picture: string };
  textPictureRefused: { readonly picture: string; readonly because: Reason };
  tooManyTextPictures: { readonly max: number };
  foreignPictures: { readonly addresses: readonly string[] };
  linkLeadsNowhere: { readonly link: string };
  tooManyLinks: { readonly max: number };
  slugOfOtherEvent: { readonly slug: string };
  unknownPage: None;
  slugOfOtherPage: { readonly slug: string };
  notOfKind: { readonly kind: string };
  kindStays: None;
  slugOfOtherExhibition: { readonly slug: string };
  textsTooLarge: { readonly bytes: number; readonly maxBytes: number };
  uploadNotReady: { readonly state: UploadStateName };
  uploadRejected: { readonly because: Reason };
  uploadNotPicture: None;
  uploadNotDocument: None;
  documentOfOther: None;
  fileTitleRequired: None;
  fileNotRead: None;
  fileSigned: undefined;
  fileShowsAuthors: { readonly values: string };
  fileHidesParts: { readonly hidden: readonly HiddenPartName[] };
  pictureNotAllowed: None;
  coverNotAllowed: None;
  pictureErased: None;
  pictureOfErasedArtwork: None;
  pictureOfEntry: { readonly entryNumber: number; readonly exhibitionId: string; readonly because: Reason };

  // Entries of an exhibition
  entryRefused: { readonly entryNumber: number; readonly because: Reason };
  fieldRefused: { readonly field: string; readonly because: Reason };
  unknownArtwork: None;
  entryWithdrawn: None;
  entryHasStatus: { readonly status: string };
  artistRequired: None;
  consentForbids: { readonly because: Reason };
  consentMissing: None;
  consentDenied: None;
  consentNotYet: { readonly day: string };
  consentExpired: { readonly day: string };
  consentEndsBefore: { readonly day: string };
  artworkWithoutImage: None;
  artworkImageNotReady: { readonly state: UploadStateName };
  artworkWithoutTexts: None;
  artworkLacks: { readonly field: string };
  artworkLacksAlt: { readonly field: string };
  notSelectable: None;
  unknownJuryNumber: None;
  numbersOnlyWhileBlind: None;
  artworkIdsHidden: None;
  entryNumbersUsedUp: { readonly max: number };
  entryNumberTooHigh: { readonly max: number; readonly ahead: number };
  entryNumberTaken: { readonly entryNumber: number };
  imageTaken: None;
  imageErased: None;
  imageOfOtherEntry: None;
  fileErased: None;
  namesPerson: None;
  namedInExtension: None;
  toldTooLate: { readonly dueOn: string };
  tooManyMatches: { readonly count: number };
  blindRatingForEditors: None;
  blindRatingFixed: None;
  statusCannotFollow: { readonly status: string; readonly next: string };

  // Names that consent withholds
  namesWithheld: { readonly entries: readonly number[]; readonly others: number };
  mayNameWithheld: { readonly entries: readonly number[]; readonly others: number };
  mayNameHidden: None;
  mayNameGuardian: { readonly entries: readonly number[]; readonly others: number };
  nameOrderUnclear: None;
  namesNarrowedConsent: None;
  namesErasedArtist: None;
  confirmationOutdated: { readonly field: string };

  // Slugs, imports, webhooks, erasure
  notAFormerSlug: None;
  currentSlug: None;
  usedBy: { readonly kind: string; readonly id: string; readonly field: string };
  bothNames: { readonly field: string };
  pathOfOtherEvent: None;
  pathOfPage: None;
  externalIdOfLine: { readonly line: number };
  slugOfLine: { readonly line: number };
  pathOfLine: { readonly line: number };
  lineChanged: None;
  erasedSinceImport: None;
  changedSinceImport: {
    readonly version: number;
    readonly updatedBy: string;
    readonly updatedAt: string;
    readonly fields: readonly string[];
  };
  filesLeftOut: { readonly count: number; readonly max: number };
  fileLeftOut: { readonly because: Reason };
  imagesLeftOut: { readonly count: number; readonly max: number };
  formatRequired: None;
  readAsHtml: None;
  htmlLeftOut: { readonly parts: readonly string[] };
  htmlAsLinks: { readonly parts: readonly string[] };
  lostLetters: None;
  htmlSimplified: { readonly parts: readonly string[] };
  htmlImagesElsewhere: { readonly addresses: readonly string[] };
  notStorable: None;
  lineUnreadable: None;
  itemUnreadable: None;
  jobGivenUp: { readonly count: number };
  importUploadRequired: None;
  httpsRequired: None;
  urlWithCredentials: None;
  urlWithFragment: None;
  urlPort: { readonly port: number };
  urlNotPublic: None;
}

interface RequestRefusals {
  // Input, in whole
  invalidInput: None;
  bodyTooLarge: { readonly bytes: number; readonly max: number };
  viewBodyTooLarge: { readonly max: number };
  contentTypeRequired: { readonly expected: string };
  unsupportedContentType: { readonly found: string; readonly expected: string };

  // Elsewhere, not there, not there any more
  movedTo: { readonly location: string };
  isFileAt: { readonly location: string };
  inLanguageAt: { readonly location: string };
  describedAt: { readonly location: string };
  routeNotFound: { readonly route: string };
  pageNotFound: { readonly id: string };
  pageGone: { readonly id: string };
  eventNotFound: { readonly id: string };
  eventWithoutDate: { readonly id: string };
  eventGone: { readonly id: string };
  exhibitionNotFound: { readonly id: string };
  jobNotFound: { readonly id: string };
  exhibitionGone: { readonly id: string };
  artworkNotFound: { readonly id: string; readonly exhibitionId: string };
  uploadNotFound: { readonly id: string };
  accountNotFound: { readonly id: string };
  requestNotFound: { readonly id: string };
  requestClosed: { readonly id: string };
  requestExtended: { readonly id: string };
  consentFormNotFound: { readonly id: string };
  consentFormNotReady: { readonly id: string };
  webhookNotFound: { readonly id: string };
  deliveryNotFound: { readonly id: string; readonly webhookId: string };
  eventNotPublic: { readonly id: string };
  exhibitionNotPublic: { readonly id: string };
  previewNotFound: { readonly id: string; readonly eventId: string };
  exhibitionPreviewNotFound: { readonly id: string; readonly exhibitionId: string };
  previewLinkInvalid: None;
  versionNotFound: { readonly version: number; readonly eventId: string };
  exhibitionVersionNotFound: { readonly version: number; readonly exhibitionId: string };
  settingsVersionNotFound: { readonly version: number };
  jurorNotFound: { readonly id: string; readonly exhibitionId: string };
  juryNotFound: { readonly exhibitionId: string };
  workNotFound: { readonly number: number };
  pathNotFound: { readonly path: string };
  pathGone: { readonly path: string };
  sitemapNotFound: { readonly file: string };
  erasedMeanwhile: None;

  // Who may do what, and when
  accessTokenRequired: None;
  tokenRevoked: None;
  roleRequired: { readonly required: string; readonly held: string };
  confirmationForEditors: None;
  ownChange: { readonly id: string };
  eventActionForbidden: EventActionParams;
  eventActionImpossible: Omit<EventActionParams, 'actors'>;
  exhibitionActionForbidden: EventActionParams;
  exhibitionActionImpossible: Omit<EventActionParams, 'actors'>;

  ownAccount: None;

  // States that do not allow it
  accountExists: { readonly email: string };
  accountInUse: None;
  accountNotUsedYet: None;
  invitationsUsedUp: None;
  eventArchived: { readonly id: string };
  eventNotArchived: { readonly id: string };
  eventPublished: { readonly id: string };
  exhibitionArchived: { readonly id: string };
  exhibitionPublished: { readonly id: string };
  exhibitionNotErasable: { readonly id: string };
  exhibitionErasing: { readonly id: string };
  exhibitionPublishing: { readonly id: string };
  exhibitionCannotBecome: {
    readonly id: string;
    readonly status: string;
    readonly next: string;
    readonly allowed: readonly string[];
  };
  ratingNotPrepared: { readonly id: string };
  numberMeansAnother: { readonly number: number };
  revealBeforeSelection: { readonly id: string };
  revealBeforeNumbers: { readonly id: string };
  ratingIsBlind: { readonly url: string };
  ratedEntryWithdrawn: { readonly entryNumber: number };
  entriesNotClosed: { readonly id: string };
  uploadUnderWay: { readonly id: string; readonly state: UploadStateName };
  uploadInUse: { readonly id: string };
  redriveRunning: { readonly queue: string };
  setAsideNotFound: { readonly id: string; readonly queue: string };
  jobNotFailed: { readonly id: string };
  jobOvertaken: { readonly id: string };
  tooManyWebhooks: { readonly max: number };
  webhookDisabled: { readonly id: string };
  deliveryInProgress: { readonly id: string };

  // Versions
  versionConflict: { readonly version: number; readonly updatedBy: string };
  settingsConflict: { readonly version: number };
  versionRequired: None;
  idempotencyKeyReused: { readonly id: string };

  // Too often, too much, not now
  uploadQuotaUsedUp: { readonly files: number; readonly gigabytes: number; readonly until: string };
  previewQuotaUsedUp: { readonly max: number; readonly until: string };
  draftQuotaUsedUp: { readonly max: number; readonly until: string };
  entryQuotaUsedUp: { readonly max: number; readonly until: string };
  listsInPreparation: None;
  storeBusy: None;
  notReachedInTime: None;
  manifestInProgress: None;
  manifestWithoutArtworks: None;
  withdrawnMediaLeft: None;
  internalError: { readonly requestId: string };
}

interface EventActionParams {
  readonly id: string;
  readonly stage: StageName;
  readonly action: ActionName;
  readonly actors: readonly ActorName[];
}

/** Every reason for which Sergi refuses something, by its stable code, and what the words of each need. */
export interface RefusalParams extends FieldRefusals, RequestRefusals, RejectionParams {}

export type RefusalCode = keyof RefusalParams;

/**
 * Why something is refused: a stable code for programs, and what the words for people need. The words are in the
 * catalogue.
 */
export interface Reason {
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, unknown>>;
}
