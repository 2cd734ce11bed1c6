import type { StaffCatalogue } from './catalogue.ts';
import { count, inWords, list } from './reader-words-en.ts';

const actors = {
  juror: 'a member of its jury',
  foreign: 'a contributor',
  handed: 'the contributor to whom it was handed',
  own: 'the contributor who created it',
  editor: 'an editor',
  admin: 'an admin',
} as const;

const stages = {
  draft: 'is a draft',
  inReview: 'is in review',
  scheduled: 'is scheduled',
  published: 'is published',
  withdrawn: 'is withdrawn',
  archived: 'is archived',
  open: 'is open for entries',
  selection: 'is closed for entries',
  rating: 'is closed for entries, which are being rated',
  blind: 'is closed for entries, which are being rated blind',
  selected: 'is closed for entries, and the selection is made',
  revealed: 'is closed for entries, and the artists are revealed',
} as const;

const statuses: Readonly<Record<string, string>> = {
  draft: 'a draft',
  open: 'open for entries',
  selection: 'closed for entries',
  scheduled: 'scheduled',
  published: 'published',
  withdrawn: 'withdrawn',
  archived: 'archived',
};

const hiddenParts = {
  sheets: 'sheets',
  rows: 'rows of a table',
  columns: 'columns of a table',
  pivotSource: 'what a pivot table was made of',
  text: 'text',
  deletedText: 'text that was deleted while changes were recorded',
  layers: 'layers',
  drawings: 'pictures and shapes',
  linkedValues: 'values taken from other files',
} as const;

const uploadStates = {
  unknown: 'not known',
  awaiting: 'still awaited',
  processing: 'still being processed',
  ready: 'ready',
  rejected: 'rejected',
  expired: 'expired',
} as const;

const entriesOf = ({ entries, others }: { readonly entries: readonly number[]; readonly others: number }): string =>
  `${entries.length === 1 ? 'entry' : 'entries'} ${entries.join(', ')}${others > 0 ? ` and ${others} others` : ''}`;

const who = (names: readonly (keyof typeof actors)[]): string => names.map((name) => actors[name]).join(', or ');

const stage = (name: string): string => (stages as Readonly<Record<string, string>>)[name] ?? `is ${name}`;

/** The words of refusals in English. */
export const en: StaffCatalogue = {
  // Each follows "to".
  actions: {
    readExhibition: 'read an exhibition',
    changeExhibition: 'change the texts and facts of an exhibition',
    setBlindRating: 'switch blind rating on or off, as long as there is no entry',
    enter: 'enter an artwork',
    readEntry: 'read an entry',
    readArtist: 'read whose an entry is',
    changeEntry: 'change an entry, or withdraw it',
    changeConsent: 'take consent back, or change it',
    attachUpload: 'give an entry another image',
    eraseEntry: 'erase an entry and its artist',
    findDuplicates: 'find entries that look alike',
    readMentions: 'read where texts name entrants whose names are withheld',
    readHall: 'read what is printed for the hall',
    assignJurors: 'name the jurors, and see how far each is',
    readWorks: "read a jury's works",
    rate: 'rate a work',
    readRanking: 'read the ranking',
    select: 'decide on the selection',
    selectSighted: 'take works into the selection of a blind rating after its artists were revealed',
    lookUp: 'look up whose an entry is, in spite of blind rating',
    reveal: 'reveal the artists, and end the rating',
    reopen: 'open an exhibition for entries again',
    publishExhibition: 'publish an exhibition',
    unpublishExhibition: 'withdraw an exhibition from the public',
    archiveExhibition: 'archive an exhibition',
    unarchiveExhibition: 'take an exhibition out of the archive',
    previewExhibition: 'make a preview of an exhibition as it is now',
    readExhibitionRevisions: 'read an earlier version of an exhibition, or preview it',
    restoreExhibition: 'restore an earlier version of an exhibition',
    revokeExhibitionPreview: "revoke another's preview of an exhibition",
    readEvent: 'read an event',
    changeEvent: 'change the working copy of an event',
    handOver: 'hand an event to other contributors',
    archiveEvent: 'archive an event',
    unarchiveEvent: 'take an event out of the archive',
    submitEvent: 'send an event to review',
    recallEvent: 'take an event back from review',
    publishEvent: 'publish an event',
    unpublishEvent: 'withdraw an event from the public',
    previewEvent: 'make a preview of the current version',
    readRevisions: 'read an earlier version, or preview it',
    revokePreview: "revoke another's preview",
  },
  reasons: {
    tooManyBytes: ({ max }) => `may have at most ${count(max, 'byte', 'bytes')}`,
    invalidPath: 'is no path: it begins with a slash and has no spaces',
    reservedPath: 'is an address of this site',
    invalidVersion: 'is no version',
    invalidWorkNumber: 'is no number of a work',
    invalidAuditItem: 'is neither an id, nor a queue, nor "site"',
    invalidPreviewToken: 'is no preview',
    emptyFile: 'is no file: it has no bytes',
    fileTooLarge: ({ maxBytes, maxMebibytes }) => `may be at most ${maxBytes} bytes (${maxMebibytes} MiB)`,
    tooManyLines: ({ count: found, max }) =>
      `has ${found} lines; send at most ${max} at a time, as npm run import does`,
    inTheFuture: 'lies in the future',
    requiredBeside: ({ field }) => `is missing, though ${field} is there`,
    dayLike: ({ field }) => `must be a day, as ${field} is`,
    timeLike: ({ field }) => `must be a time, as ${field} is`,
    notBeside: ({ field }) => `may not stand beside ${field}: ask for one of them`,
    exactlyOneOf: ({ fields }) => `must name exactly one of ${list(fields)}`,
    needsRole: ({ role }) => `needs the role ${role}`,
    unknownEvent: 'is no event that we know',
    unknownExhibition: 'is no exhibition that we know',
    unknownUpload: 'is no upload that we know',
    unknownEventVersion: ({ eventId }) => `is no version of the event ${eventId}`,
    unknownExhibitionVersion: ({ exhibitionId }) => `is no version of the exhibition ${exhibitionId}`,
    localeNotInVersion: ({ version }) => `is no language of version ${version}`,
    localeNotPublic: ({ locales }) => `${list(locales)} is not public`,
    newDefaultLocale: 'is new to the site: add the language first, then make it the default',
    categoryInUse: ({ category, count: n }) =>
      `${category} is in use by ${count(n, 'item', 'items')}: move them to another category first`,
    nothingToPublish: 'has no language that could be published',
    altRequired: 'is missing: say what the picture shows',
    coverNotSelected: 'is no artwork of the selection: select it, or choose another cover',
    coverNotAmongPictures: 'is none of the pictures: add it to them, or choose another cover',
    selectionRequired: 'is missing: decide which artworks are exhibited',
    publicAlready: 'lies in the future, but it is public already: withdraw it first',
    endBeforePublication: 'lies before the publication, or in the past',
    endInThePast: ({ end }) => `was ${end}: give a later one, or null for none`,
    localeMustFollow: ({ locale }) => `lacks ${locale}, which is public: publish it too, since its cover has changed`,
    textPictureAlt: ({ picture }) =>
      `has a picture without an alternative text, ${picture}: say what it shows, as in ![a woman at a loom](${picture})`,
    textPictureRefused: ({ picture, because }) => `has the picture ${picture}, which ${because}`,
    tooManyTextPictures: ({ max }) =>
      `has too many pictures: at most ${max}, those that stand outside the texts included`,
    foreignPictures: ({ addresses }) =>
      `has pictures of other sites, to which readers get links: ${list(addresses)}; upload them to have them shown`,
    linkLeadsNowhere: ({ link }) =>
      `links to ${link}, which readers do not find then: publish that first, or take the link out`,
    tooManyLinks: ({ max }) => `links to more than ${max} events and exhibitions by their ids`,
    unknownPage: 'is no page of this site',
    slugOfOtherPage: ({ slug }) =>
      `${slug} is the address of another page, or one of the earlier site that leads elsewhere`,
    notOfKind: ({ kind }) => `is nothing that a ${kind} has`,
    kindStays: 'a page or a notice stays what it is, and nothing else becomes one',
    slugOfOtherEvent: ({ slug }) => `${slug} is taken by another event`,
    slugOfOtherExhibition: ({ slug }) => `${slug} is taken by another exhibition`,
    uploadNotReady: ({ state }) => `is ${inWords(uploadStates, state)}: only an upload that is ready can be published`,
    uploadRejected: ({ because }) => `was rejected: ${because}`,
    uploadNotPicture: 'is a document: add it to the files of an event',
    uploadNotDocument: 'is a picture: add it to the pictures',
    documentOfOther: 'was uploaded by another person: only that person or an editor may add this document',
    fileTitleRequired: 'is missing: say what the file is called',
    fileSigned:
      'is signed, so that nothing can be taken out of it, and readers get all that is in it: look the file through, and then add its upload to confirmedFiles',
    fileShowsAuthors: ({ values }) =>
      `is signed, so that what it and its pictures say of authors and places cannot be taken out, and readers can see it (${values}): look the file through, and if they may, add its upload to confirmedFiles`,
    fileHidesParts: ({ hidden }) =>
      `hides something that whoever opens it can show: ${list(hidden.map((part) => inWords(hiddenParts, part)))}. Take it out and upload the new file, or if readers may see it, add its upload to confirmedFiles`,
    fileNotRead:
      'cannot be compared with the names that may not be published, since it holds no text, as a scan does, or too much: read it, and then add its upload to confirmedFiles',
    pictureNotAllowed:
      'is the picture of an artwork that may not be shown, or was erased: take another picture, or have the consent to it entered first',
    coverNotAllowed:
      'has a cover that is the picture of an artwork that may not be shown, or was erased: take another picture, or have the consent to it entered first',
    pictureErased: 'was erased together with an artwork: take another picture, or none',
    pictureOfErasedArtwork:
      'is the picture of an artwork, which is no more: take another picture or none, or enter the consent to it first',
    pictureOfEntry: ({ entryNumber, exhibitionId, because }) =>
      `is the picture of entry ${entryNumber} of the exhibition ${exhibitionId}, which ${because}: take another picture or none, or enter the consent to it first`,
    entryRefused: ({ entryNumber, because }) => `entry ${entryNumber} ${because}`,
    fieldRefused: ({ field, because }) => `in ${field}: ${because}`,
    unknownArtwork: 'is no artwork of this exhibition',
    entryWithdrawn: 'was withdrawn',
    entryHasStatus: ({ status }) => `is ${status}`,
    artistRequired: 'has no artist',
    consentForbids: ({ because }) => `cannot be shown: consent ${because}`,
    consentEndsBefore: ({ day }) => `will not be shown: its consent ends on ${day}, before the publication begins`,
    artworkWithoutImage: 'has no image: uploadId is missing',
    artworkImageNotReady: ({ state }) => `has an image that is ${inWords(uploadStates, state)}, not ready`,
    artworkWithoutTexts: 'has no title and no alternative text in any language of the site',
    artworkLacks: ({ field }) => `lacks ${field}`,
    artworkLacksAlt: ({ field }) => `lacks ${field}: say what the artwork shows`,
    notSelectable: 'cannot be selected as it is: an admin can look up why',
    unknownJuryNumber: 'is no number of this jury',
    numbersOnlyWhileBlind: 'are known while the rating is blind only',
    artworkIdsHidden: 'are hidden now: name the numbers of the jury',
    entryNumbersUsedUp: ({ max }) => `is missing, and all up to ${max} are given`,
    entryNumberTooHigh: ({ max, ahead }) => `may be at most ${max} now: ${ahead} above the highest of this exhibition`,
    entryNumberTaken: ({ entryNumber }) => `${entryNumber} is taken by another artwork of this exhibition`,
    imageTaken: 'is the image of another artwork already',
    imageErased: 'was erased together with another artwork, and may not come back',
    imageOfOtherEntry: 'was the image of an entry before: only the person who uploaded it, or an editor, may take it',
    fileErased: 'is that of a file which was erased at the wish of a person: it may not be uploaded again',
    namesPerson: 'names the person: this text stays when the name goes, so say it without the name',
    namedInExtension:
      'is named in the reason for the extension, which stays when the name goes: close this request, and enter it anew with the name, the same day of receipt and a reason without the name',
    toldTooLate: ({ dueOn }) => `is after ${dueOn}: the person must be told of more time before the time is over`,
    tooManyMatches: ({ count: found }) => `is that of ${found} entries: say more of it`,
    blindRatingForEditors: 'is for an editor to switch on or off',
    blindRatingFixed: 'is fixed once there are entries',
    statusCannotFollow: ({ status, next }) => `is ${status}; ${next} cannot follow it`,
    namesWithheld: (found) =>
      `names somebody whom the consent of ${entriesOf(found)} does not allow to be named: change the text`,
    mayNameWithheld: (found) =>
      `may name somebody whom the consent of ${entriesOf(found)} does not allow to be named: change the text, or an editor confirms that it means another person (confirmedMentions)`,
    mayNameHidden:
      'may name somebody whose work is rated blind, and which work that is may not be told yet: change the text, or publish it once the artists are revealed',
    mayNameGuardian: (found) => `may name the guardian of ${entriesOf(found)}: look whether that is meant`,
    nameOrderUnclear:
      'appears without the name of the artist: the consent allows a shorter form, and which word is the given name, Sergi cannot tell. Write the given name first and the surname last, with the name of the father between',
    namesNarrowedConsent:
      'was found to name an artist whose consent was narrowed or has ended: an editor changes the text, or confirms that it means another person (confirmedMentions)',
    namesErasedArtist:
      'was found to name an artist who was erased: an editor changes the text, or confirms that it means another person (confirmedMentions)',
    confirmationOutdated: ({ field }) =>
      `is not the hash of ${field} as it is: read the text again, and confirm what it says now`,
    notAFormerSlug: 'is no former address of it',
    currentSlug: 'is its address now: give it another one first, and publish that',
    usedBy: ({ kind, id, field }) => `is used by the ${kind} ${id} (${field})`,
    bothNames: ({ field }) => `is the old name of ${field}, and the line has both with different values`,
    pathOfOtherEvent: 'leads to another event already',
    pathOfPage: 'is the address of a page that Sergi has already',
    externalIdOfLine: ({ line }) => `is that of line ${line} too, which comes first`,
    slugOfLine: ({ line }) => `is that of line ${line} too, which comes first`,
    pathOfLine: ({ line }) => `leads to the item of line ${line} already, which comes first`,
    lineChanged: 'differs from what was imported: import with update to take what it says now',
    erasedSinceImport: 'was imported, and its event was erased since then: it is not imported again',
    changedSinceImport: ({ version, updatedBy, updatedAt, fields }) =>
      `has changed since its import, and so has its event: version ${version} by ${updatedBy} at ${updatedAt} is left as it is. They differ in: ${list(fields)}`,
    filesLeftOut: ({ count, max }) => `an event holds at most ${max} files: the last ${count} were left out`,
    fileLeftOut: ({ because }) =>
      `is left out: an editor adds it to the event afterwards, and confirms it. It ${because}`,
    imagesLeftOut: ({ count, max }) => `an event holds at most ${max}: the last ${count} were left out`,
    formatRequired: 'looks like HTML and like Markdown: say which it is, with "format": "html" or "markdown"',
    readAsHtml: 'was read as HTML (say "format": "markdown" where it is none)',
    htmlLeftOut: ({ parts }) => `could not be kept: ${list(parts)}`,
    htmlAsLinks: ({ parts }) => `became links: ${list(parts)}`,
    lostLetters: 'holds �: letters were lost when the archive was written; write it again in UTF-8',
    htmlSimplified: ({ parts }) => `was made simpler: ${list(parts)}`,
    htmlImagesElsewhere: ({ addresses }) => `shows images that stay on another site: ${list(addresses)}`,
    notStorable: 'cannot be stored',
    lineUnreadable: 'could not be read: those who run the site find the reason in the log',
    itemUnreadable: 'cannot be read as it is stored, and was left as it is',
    jobGivenUp: ({ count: attempts }) =>
      `The work was interrupted ${attempts} times at the same place and was given up. Start it once more; if it fails again, those who run the site find the reason in the log of the publisher.`,
    importUploadRequired: 'is missing: npm run import makes an upload of a file or url',
    urlWithCredentials: 'may hold no name or password',
    urlWithFragment: 'may hold no fragment (#)',
    urlPort: ({ port }) => `has the port ${port}; only 443 and those from 1024 on are used`,
    urlNotPublic: 'leads to an address that is not public',
    jobNotFound: ({ id }) => `There is no job ${id}.`,
    uploadNotFound: ({ id }) => `There is no upload ${id}.`,
    accountNotFound: ({ id }) => `Nobody has the account ${id}.`,
    requestNotFound: ({ id }) => `There is no request ${id}.`,
    requestClosed: ({ id }) => `The request ${id} is closed and does not change any more.`,
    requestExtended: ({ id }) => `The request ${id} has been extended already, which can be done once.`,
    consentFormNotFound: ({ id }) => `There is no form ${id} beside this entry.`,
    consentFormNotReady: ({ id }) => `The form ${id} has not arrived, or was refused: nothing can be shown of it.`,
    webhookNotFound: ({ id }) => `There is no webhook ${id}.`,
    deliveryNotFound: ({ id, webhookId }) => `The webhook ${webhookId} has no delivery ${id}.`,
    eventNotPublic: ({ id }) => `Nothing of the event ${id} is public.`,
    exhibitionNotPublic: ({ id }) => `Nothing of the exhibition ${id} is public.`,
    previewNotFound: ({ id, eventId }) => `The event ${eventId} has no preview ${id}.`,
    exhibitionPreviewNotFound: ({ id, exhibitionId }) => `The exhibition ${exhibitionId} has no preview ${id}.`,
    previewLinkInvalid: 'This link does not work, or not any more.',
    versionNotFound: ({ version, eventId }) => `The event ${eventId} has no version ${version}.`,
    exhibitionVersionNotFound: ({ version, exhibitionId }) =>
      `The exhibition ${exhibitionId} has no version ${version}.`,
    settingsVersionNotFound: ({ version }) => `The settings have no version ${version}.`,
    jurorNotFound: ({ id, exhibitionId }) => `${id} is not on the jury of the exhibition ${exhibitionId}.`,
    juryNotFound: ({ exhibitionId }) => `You are on no jury of an exhibition ${exhibitionId}.`,
    workNotFound: ({ number }) => `There is no work ${number} for you to rate.`,
    erasedMeanwhile: 'It is not there any more: it was erased meanwhile.',
    confirmationForEditors: 'confirmedMentions needs the role editor: an editor looks at the text and confirms.',
    ownChange: ({ id }) =>
      `You have made the last change of the event ${id} yourself: on this site somebody else must publish it.`,
    eventActionForbidden: ({ id, stage: name, action, actors: names }) =>
      `The event ${id} ${stage(name)}: to ${inWords(en.actions, action)} is for ${who(names)}.`,
    eventActionImpossible: ({ id, stage: name, action }) =>
      `The event ${id} ${stage(name)}: nobody can ${inWords(en.actions, action)} now.`,
    exhibitionActionForbidden: ({ id, stage: name, action, actors: names }) =>
      `The exhibition ${id} ${stage(name)}: to ${inWords(en.actions, action)} is for ${who(names)}.`,
    exhibitionActionImpossible: ({ id, stage: name, action }) =>
      `The exhibition ${id} ${stage(name)}: nobody can ${inWords(en.actions, action)} now.`,
    tokenRevoked: 'Your role has changed, or your account was disabled. Sign in again.',
    ownAccount: 'Nobody changes their own account: ask another admin.',
    accountExists: ({ email }) => `${email} has an account already.`,
    accountInUse: 'The person has signed in already, and needs no other invitation.',
    accountNotUsedYet: 'The person has not signed in yet, and has no second factor that could be reset.',
    invitationsUsedUp: 'No more invitations can be sent today. Try again tomorrow.',
    eventArchived: ({ id }) => `The event ${id} is archived.`,
    eventNotArchived: ({ id }) => `The event ${id} is not archived: withdraw it, archive it, and erase it then.`,
    eventPublished: ({ id }) => `The event ${id} is published: withdraw it first.`,
    exhibitionArchived: ({ id }) => `The exhibition ${id} is archived: take it out of the archive first.`,
    exhibitionPublished: ({ id }) => `The exhibition ${id} is published: withdraw it first.`,
    exhibitionNotErasable: ({ id }) =>
      `The exhibition ${id} is neither a draft nor withdrawn nor archived: withdraw it, and erase it then.`,
    exhibitionErasing: ({ id }) =>
      `The exhibition ${id} is being erased: nothing can be entered in it. If it is to stay, change something in it and save it.`,
    exhibitionPublishing: ({ id }) => `The exhibition ${id} is being published. Try again in a moment.`,
    exhibitionCannotBecome: ({ id, status, next, allowed }) =>
      `The exhibition ${id} is ${inWords(statuses, status)}: it cannot become ${inWords(statuses, next)}, only ${
        allowed.map((one) => inWords(statuses, one)).join(' or ') || 'nothing else'
      }.`,
    ratingNotPrepared: ({ id }) => `The exhibition ${id} has no numbers yet: an editor closes entries once more.`,
    numberMeansAnother: ({ number }) =>
      `The number ${number} means another work now: what you gave is not stored. Look at the work, and rate it.`,
    revealBeforeSelection: ({ id }) =>
      `The artists of the exhibition ${id} cannot be revealed yet: no selection is made.`,
    revealBeforeNumbers: ({ id }) =>
      `The artists of the exhibition ${id} cannot be revealed yet: no numbers are drawn: close entries again.`,
    ratingIsBlind: ({ url }) => `The rating is blind: rate the works by their numbers, at ${url}.`,
    ratedEntryWithdrawn: ({ entryNumber }) => `Entry ${entryNumber} was withdrawn.`,
    entriesNotClosed: ({ id }) => `The exhibition ${id} is rated blind: close its entries first.`,
    uploadUnderWay: ({ id, state }) =>
      `The upload ${id} is ${inWords(uploadStates, state)}: it can be erased once that has ended.`,
    uploadInUse: ({ id }) => `The upload ${id} is in use, and so it is kept.`,
    setAsideNotFound: ({ id, queue }) => `The message ${id} is not set aside of the queue ${queue} any more.`,
    jobNotFailed: ({ id }) => `The job ${id} has not failed, or is tried again already.`,
    jobOvertaken: ({ id }) => `A later job does the same: ${id}.`,
    redriveRunning: ({ queue }) => `What was set aside of the queue ${queue} is on its way back already.`,
    tooManyWebhooks: ({ max }) => `There are ${max} webhooks, and there may be no more: delete one first.`,
    webhookDisabled: ({ id }) => `The webhook ${id} is switched off: switch it on first, with {"enabled": true}.`,
    deliveryInProgress: ({ id }) => `The delivery ${id} is being sent right now. Look at it again in a moment.`,
    idempotencyKeyReused: ({ id }) =>
      `This Idempotency-Key came with another request, which has made ${id}. What was to be changed belongs in a change of that; something else needs a key of its own.`,
    versionConflict: ({ version, updatedBy }) =>
      `Version ${version} by ${updatedBy} is current. Read it, and make your change to it.`,
    settingsConflict: ({ version }) =>
      `Version ${version} of the settings is current. Read it, and make your change to it.`,
    notReachedInTime: 'The request ran out of time before this work. Nothing of it has changed: send it again.',
    uploadQuotaUsedUp: ({ files, gigabytes, until }) =>
      `One person may have ${files} files and ${gigabytes} GB a day. Try again after ${until}.`,
    previewQuotaUsedUp: ({ max, until }) => `One person may have ${max} previews an hour. Try again after ${until}.`,
    draftQuotaUsedUp: ({ max, until }) =>
      `One person may have ${max} new events and exhibitions a day. Try again after ${until}.`,
    entryQuotaUsedUp: ({ max, until }) => `One person may have ${max} artworks a day. Try again after ${until}.`,
    listsInPreparation: 'The lists are being made after an upgrade. Try again in a moment.',
    withdrawnMediaLeft: 'The event is withdrawn, but its images are not deleted yet. Withdraw it again.',
    'not-an-image': 'The file is no image that we can read. Is it damaged, or of another kind?',
    damaged: 'The image is damaged or cut off: it cannot be read to its end.',
    'wrong-type': ({ declared, found }) => `The file was announced as ${declared}, but it is ${found}.`,
    'heic-unreadable': 'HEIC images cannot be read here. Save the picture as JPEG and send it again.',
    'too-many-pixels': ({ megapixels }) =>
      `The image has more than ${megapixels} million pixels. Scan it at a lower resolution.`,
    'too-narrow': ({ width, height }) =>
      `The image is ${width} × ${height} pixels: too narrow for its height to be shown.`,
    'several-pages': ({ pages }) =>
      `The TIFF has ${pages} pages, of which only the first would be shown. Save each page as a file of its own.`,
    'wrong-length': ({ found, declared }) => `The file has ${found} bytes; ${declared} were announced.`,
    'wrong-checksum': 'The file is not the one that was announced: its SHA-256 differs.',
    erased: 'This file was erased at the wish of a person: it may not be uploaded again.',
    'not-a-document':
      'The file is no PDF, DOCX, XLSX, ODT, ODS, CSV or plain text. Save it as one of these and send it again.',
    'damaged-document': 'The document is damaged or cut off. Open it, save it anew and send that.',
    'has-macros': 'The document holds macros. Save it without them, as DOCX, XLSX, ODT, ODS or PDF, and send that.',
    'has-script':
      'The PDF holds a script, an action that opens programs or sends data, or a link that leads to no page of the web. Print it into a new PDF and send that.',
    'has-attachments':
      'The document holds other files inside. Take them out, send each by itself, or print it into a new PDF.',
    'picture-metadata':
      'The document holds a picture or film of which it cannot be taken out where and by whom it was made: HEIC, AVIF, or one that is damaged. Save it as JPEG or PNG, insert that instead, and send the document again.',
    'password-protected':
      'The document is protected by a password or against changes. Save it without protection and send that.',
    'not-utf-8':
      'The text is not in UTF-8, UTF-16 or Windows-1251, or holds other bytes than text. Save it in UTF-8 and send it again.',
    'is-markup': 'The file is HTML, SVG or XML, which cannot be published. Save it as PDF or plain text.',
    'too-complex':
      'The document is too large or too intricate once it is unpacked. Split it, or print it into a new PDF.',
  },
};
