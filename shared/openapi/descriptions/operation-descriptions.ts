import type { routesByFunction } from '../../contract/routes.ts';

type Routes = typeof routesByFunction;

/** The routes that only lead elsewhere: they stand in no document. */
type Redirects = 'getLegacyPath' | 'getOldJsonFeed' | 'getOldSitemap' | 'getFrontPage' | 'getImageService';

export type OperationId = Exclude<{ [F in keyof Routes]: keyof Routes[F] }[keyof Routes], Redirects>;

/**
 * What each operation does, beside its summary: limits, order, what follows from it. The role that it needs is added to
 * it.
 */
export const operationDescriptions: Readonly<Record<OperationId, string>> = {
  // The public side.
  getSite:
    'The title, languages, categories, campaigns and pinned quotation of the site, and the notices that stand on every page now. A frontend reads them to build its navigation and to learn which values `locale`, `category` and `campaign` may have.',
  getFeed:
    'Published events and exhibitions as cards in one language, newest first. Where an item is not translated into `locale`, its card is in the first language of the site that it has. An item that is planned appears when its `publishedAt` has come.',
  listCalendarItems:
    'Published events and exhibitions that take place in a month, by start, those that go on from the month before included. A page may hold fewer items than `limit`, or none, and still have a `nextCursor`: go on until it has none.',
  searchItems:
    'Full-text search over published events, exhibitions, artworks and pages of the site, newest first; artworks stand before their exhibition. An item is found where it holds all words of `q`, or words that begin with them: an event or an exhibition in its title, summary, text, place, files, tags and organisers, a page of the site in its words in any language, an artwork in its title and the name of its artist. A page may hold fewer items than `limit`, or none, and still have a `nextCursor`: go on until it has none.',
  getEvent:
    'By its id or slug. A former slug, and one of another language, redirects (301). An event that was public and no longer is answers 410.',
  listPages:
    "Published editors' pages, which are in no feed, in the order of the site's navigation; those that it lacks come last. Each is in the language that was asked for, or in the one that stands in for it. There is one page of them: `nextCursor` is never there.",
  getPage:
    'By its id or slug. A former slug, and one of another language, redirects (301). A page that was public and no longer is answers 410.',
  listExhibitions: 'Published exhibitions as cards in one language, newest first, without their artworks.',
  getExhibition:
    'By its id or slug, with its artworks in their order. Where they do not all fit into the answer, `nextCursor` leads to the others: send it to `GET /v1/exhibitions/{idOrSlug}/artworks`. A former slug redirects (301); an exhibition that is no longer public answers 410.',
  listArtworks:
    'The artworks of a published exhibition in their order. All pages that one cursor leads to show the same publication: where the exhibition is published again meanwhile, the cursor is refused, and the list begins anew. A page may hold fewer artworks than `limit` and still have a `nextCursor`.',
  getArtwork: 'One artwork of a published exhibition. It answers 404 once consent to show it has ended.',
  getManifest:
    'For IIIF viewers such as Mirador or Universal Viewer: the exhibition in all its languages, a canvas an artwork, with an image service for deep zoom. A manifest that is larger than an answer is a file, to which 307 leads.',
  getCollection: 'For IIIF viewers: the manifests of all published exhibitions.',
  getRss:
    'RSS 2.0 with Media RSS images, for feed readers: the summary of each item as `description`, the whole text as `content:encoded`. It takes the parameters of `/v1/feed`. An answer has at most 2 MB, and a text over 64 KB ends with a link to its page.',
  getAtom:
    'Atom 1.0 (RFC 4287), for feed readers: the summary of each item as `summary`, the whole text as `content`. It takes the parameters of `/v1/feed`. An answer has at most 2 MB, and a text over 64 KB ends with a link to its page.',
  getJsonFeed:
    'JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): the summary of each item as `summary`, the whole text as `content_html`. It takes the parameters of `/v1/feed`. An answer has at most 2 MB, and a text over 64 KB ends with a link to its page. `/v1/feed.jsonfeed`, its address in 0.1.0, redirects here.',
  getCalendar:
    'iCalendar (RFC 5545): every published item that is not over, the soonest first, and those that were called off, until they would have ended. A calendar program subscribes to this address. Up to 1,000 items; where there are more, `Link` leads on.',
  getEventCalendar:
    'One event with all its times as iCalendar (RFC 5545), for a reader to keep: with the UID that it has in `/v1/feed.ics`. An event that takes place at no time answers 404.',
  getEventPage:
    'A complete HTML page without need of style or script, with JSON-LD and Open Graph. A former slug, an id, or the slug of another language redirects to it.',
  getExhibitionPage:
    'A complete HTML page with the first 200 artworks. A former slug, an id, or the slug of another language redirects to it.',
  getEditorsPage:
    'A page that editors have written, as a complete HTML page with JSON-LD and Open Graph. A former slug, an id, or the slug of another language redirects to it; a path that is none may be one of an earlier site.',
  getArtworkPage:
    'A complete HTML page of one artwork, with a viewer for deep zoom and links to the works beside it. Other names of its exhibition redirect to it.',
  getAsset:
    'The viewer that the page of an artwork loads when a reader asks for it. Its name has its version: a cache may keep it for ever.',
  getFont:
    'Letters of the family that the settings name, as WOFF2: the style of a page says which file has which. Its name tells what is in it: a cache may keep it for ever.',
  getListPage:
    'The front page of a language as HTML: what is on now and next, the exhibitions that are open, what is newest, the sections. With `category`, `campaign` or `month`, the newest of it as cards, with a link to older ones.',
  getCalendarPage:
    'An HTML page of what takes place in a month: what is still to come first, then what is over. Where none is named, what of the present one is not over.',
  getSearchPage:
    'An HTML page with a search form, and below it what the words of `q` have found, with what narrows it: `kind`, `from` and `to`. Of words that cannot be searched for it says why.',
  getEventsPage:
    'An HTML page of the newest news and events in one language, of all categories, or of those of a month, or of what has a tag there, with a link to older ones.',
  getExhibitionsPage: 'An HTML page of the newest exhibitions in one language, with a link to older ones.',
  getSitemapIndex:
    'For search engines: lists the sitemaps (https://www.sitemaps.org), which lie beside it. Those name the pages, each with its other languages and its images.',
  getRobots: 'For crawlers (RFC 9309): names the sitemap, and leaves out what is no page.',
  countExhibitionView:
    'A page sends it when somebody reads the exhibition, as it does for an event. `views` of the exhibition follows within a minute.',
  countView:
    'A page sends it when somebody reads the event, best by `navigator.sendBeacon`. It needs no body, and of the reader nothing is kept. Programs and prefetching browsers are not counted. The answer is the same whether or not the event exists; `views` of the event follows within a minute. A page of ours that is read often sends one view of ten, or of a hundred, and says so by `weight`; where fewer than 1,000 or 100,000 views were counted here, it is not believed.',
  getOpenapi:
    'The description of this API, which clients can be made from (https://spec.openapis.org/oas/v3.1.1.html).',

  // Events.
  createEvent:
    'The draft may be incomplete: only publication demands a title, a text, and an alternative text for each picture. `Location` says where it is.',
  listStaffEvents:
    'The working copies that have one status now, last changed first; scheduled ones by `publishAt`, soonest first. The bodies of their texts are left out: read an event to get them.',
  getStaffEvent:
    'The working copy in all its languages, with its status and version. It may differ from what the public reads.',
  updateEvent:
    'A JSON Merge Patch (RFC 7396): what is absent stays, what is `null` goes. The public reads the event as it was until it is published again.',
  updateEventStatus:
    '`inReview` tells the editors that a draft or a withdrawn event is ready for them. `draft` takes it back, or sends it back: it is then what it was before. A `note` says why.',
  updateEvents:
    'A job does to each event what the route of its own does, each in a transaction of its own, as the caller may. Its `results` say what became of each; one that is refused does not hold back the others.',
  assignContributors:
    'Contributors change their own events only, and those that are assigned to them here. The list takes the place of the one before.',
  archiveEvent:
    'The event leaves the lists of drafts, and nothing of it is destroyed: `POST …/unarchive` brings it back. A published event has to be unpublished first.',
  unarchiveEvent: 'The event is a draft again, or withdrawn where it was public before. Its texts stay as they are.',
  getEventPublication:
    'What the public reads of an event now, or will from `publishedAt` on, and at which address in each language. 404 where nothing of it is public.',
  getEventPublicationCheck:
    'What a publication in all languages of the working copy would refuse, and what it would warn of, without publishing. Whom a text may name is told to editors only.',
  publishEvent:
    'Copies the working copy to the public side, all at once: title and text of each language, and the renditions of its pictures. A future `publishAt` keeps it hidden until then. What is missing is refused with 400, field by field.',
  unpublishEvent:
    'Takes the event, or some of its languages, off the public side: its addresses answer 410. With the last language its pictures are deleted from the media store. The working copy stays. Calendars say until it would have ended that it is cancelled, with its title, unless `hideTitle` is `true` or an editor must look at it first.',
  listRevisions:
    'Every change made a version. Newest first, without their texts. Whoever may change the event may read them.',
  getRevision:
    'The event as it was in that version. With `against`, the answer lists the fields in which the two versions differ.',
  restoreRevision:
    'Makes a new version with the content of an earlier one. The public reads the event as it was until it is published again. An archived event becomes a draft.',
  deleteRevisions: 'Deletes all versions but the current one for good, so that what they held is nowhere left.',
  eraseEvent:
    'Deletes an archived event for good, with its versions, previews and pictures. Its public addresses are kept as hashes, and answer 410.',
  eraseEventSlug:
    'For an address that holds the name of a person. A slug is kept as a hash only, and answers 410; the current one cannot be erased: change it first. A path of an earlier site answers 404, and no import brings it back.',
  listEventMentions:
    'Places in the working copy that may name an artist or guardian whose name consent withholds. An editor changes the text, or confirms in `confirmedMentions` that it means another person.',

  listExhibitionRevisions:
    'Every change of what staff write, and every change of the status, made a version. Newest first, without their texts. Numbers may be missing: a change of the selection alone, made by consent, is kept in no version. The list of an exhibition of an earlier release begins with the first change after the upgrade.',
  getExhibitionRevision:
    'What staff had written in that version. With `against`, the answer lists the fields in which the two versions differ.',
  restoreExhibitionRevision:
    'Makes a new version with the texts and facts of an earlier one. Status, selection and the way of rating stay; the public sees the exhibition as it was until it is published again. What the version names and is gone, such as a category or an event, is refused field by field. An archived exhibition leaves the archive first.',
  deleteExhibitionRevisions:
    'Deletes all versions but the current one for good, so that what they held is nowhere left.',

  // Previews.
  createPreview:
    'The link works without a token, for the hours asked for, and for one version in one language. The answer is the only one that shows it. It ends early when the event is unpublished or archived, or when consent to its picture changes.',
  listPreviews: 'Links that still work, newest first. The links themselves are not shown again.',
  revokePreview: 'The link stops working at once. It cannot be restored; create another one.',
  createExhibitionPreview:
    'The link works without a token, for the hours asked for: for the texts of one version in one language, with the selected artworks as they could be published at that moment. It ends early when the exhibition is unpublished or archived, or when consent to an entry changes. Editors, admins and who has created the exhibition may make one.',
  listExhibitionPreviews: 'Links that still work, newest first. The links themselves are not shown again.',
  revokeExhibitionPreview: 'The link stops working at once. It cannot be restored; create another one.',
  getPreviewPage:
    'The page that readers will get of this version, marked as a draft: `url` of a new link leads here, unless the settings name a preview page of the institution for events. Of an exhibition with more than 200 artworks, `from` shows the others.',
  getPreview:
    'Needs no token: the secret is in the address. The answer is never cached, and tells search engines not to index it. A link that has ended answers 404.',

  getExhibitionPreview:
    'As for an event: needs no token, is never cached, and answers 404 once the link has ended. What is not selected, or may not be shown now, is not in it.',

  // Exhibitions.
  createExhibition: 'An exhibition begins as a draft: nothing of it is public. `Location` says where it is.',
  listStaffExhibitions:
    'The working copies that have one status now, last changed first; scheduled ones by `publishedAt`, soonest first. With any other filter or an order it gives all but archived ones, sorted by one of their times: one that has no such time is left out. Descriptions and selections are left out: read an exhibition to get them.',
  getStaffExhibition:
    'The working copy in all its languages, with its selection and, while one is under way, its publication.',
  updateExhibition:
    'A JSON Merge Patch (RFC 7396): what is absent stays, what is `null` goes. The public sees the exhibition as it was until it is published again.',
  updateExhibitionStatus:
    '`open` takes entries, `selection` closes them, `draft` takes an open one back. With blind rating, closing draws the numbers by which the jury knows the works; opening again is for admins. Opening again drops the selection: the jury rates once more.',
  archiveExhibition:
    'The exhibition leaves the lists, and nothing of it is destroyed. It takes neither entries nor changes then, but consent can be taken back, and entries can be erased. A published exhibition has to be unpublished first, and a blind rating be ended.',
  unarchiveExhibition: 'The exhibition has the status again that it had before, with its entries and its selection.',
  getExhibitionPublication:
    'What the public sees of an exhibition now, or will from `publishedAt` on, and at which address in each language. 404 where nothing of it is public.',
  getExhibitionPublicationCheck:
    'What a publication in all languages of the working copy would refuse, and what it would warn of, without publishing. What selected works lack, and whom a text may name, is told to editors only, and not while the rating is blind.',
  publishExhibition:
    'Publishes the texts and the selected artworks together: readers see the old publication or the new one, never a mix. A large exhibition goes on after the answer; `publishing` is there until it has ended, and names the errors where it failed. Each artwork needs an image, a title and an alternative text, and consent where its artist is a minor.',
  unpublishExhibition:
    'Takes the exhibition, its artworks and their media off the public side: its addresses answer 410. Selection and entries stay.',
  selectArtworks:
    'The order of the ids is the order of the exhibition. The list takes the place of the one before. An artwork without consent, image or title is refused by name. With names to be seen the jury cannot rate any more once works are selected. While the rating is blind, send `numbers` in place of `artworkIds`.',
  getRanking:
    'The entries by mean score, best first: as many as fit into an answer. `proposal` holds the best `count` that can be selected, ready to be sent to `POST …/selection`.',
  listHallWorks:
    'What is printed for the hall: labels, lists, codes that lead to the page of each work, in a language. Of a published exhibition its works as readers see them, before that as a publication would show them now; a name that consent withholds is absent. Not while the rating is blind. As many as fit into an answer: `nextCursor` leads on.',
  listDuplicates:
    'Finds one drawing that was scanned or photographed twice. Up to 500 pairs, the most alike first. Not while the rating is blind.',
  createArtwork:
    'Enters an artwork, also without image, texts or artist at first. Where no `entryNumber` is given it gets the next free one. After entries are closed only editors may enter one, and nobody while the rating is blind.',
  listStaffArtworks:
    'By entry number. A list shows only the smallest form of each image. Contributors see the artist of their own entries only; while the rating is blind, no others.',
  getStaffArtwork:
    'With its image by signed addresses that work for a few minutes, and the points that the caller has given.',
  updateArtwork:
    'A JSON Merge Patch (RFC 7396). Where a change withdraws or narrows consent, the artwork leaves the public side at once, in every exhibition and event that shows it: `removedFrom` lists the places. `{"artist": {"consent": null}}` takes consent back.',
  updateArtworks:
    'Changes each artwork as `PATCH …/artworks/{artworkId}` does, in a transaction of its own and with the permissions of the caller: at most 100 artworks in a request, each once. `items` has the outcome of each change in the same order. A change that is refused does not stop the others: its `problem` is the answer that the single route would have given, with paths that begin in its `patch`. After 18 seconds the server begins no more changes, and refuses the rest with `notReachedInTime`.',
  deleteArtwork:
    'Erases the entry for good: record, artist, ratings, image files and everything public. `erased: false` says that files are still being deleted; that ends by itself. A selected artwork is for editors to erase. The same file cannot be uploaded again for 100 days.',
  rateArtwork:
    'One score a person and artwork: a second one takes the place of the first. Jurors, and everybody while the rating is blind, use `PUT /v1/staff/juries/{id}/works/{number}/rating`.',
  deleteUpload:
    'Deletes a file that no event or artwork uses: the original, its metadata and renditions, every stored version of them. One that is used is refused with 409.',
  eraseExhibition:
    'Deletes an exhibition that is a draft, withdrawn or archived, with its versions and all its entries, for good. Where `erased` is false, call it again: it goes on where it stopped. Its public addresses are kept as hashes, and answer 410.',
  eraseExhibitionSlug:
    'For a slug that holds the name of a person: it is kept as a hash only, and answers 410. The current slug cannot be erased: change it first.',
  listExhibitionMentions:
    'Places in the texts of the exhibition and of its selected artworks that may name an artist or guardian whose name consent withholds. An editor changes the text, or confirms in `confirmedMentions` that it means another person.',
  listAttention:
    'Texts that go on naming a person whose consent was narrowed or has ended, or who was erased. Oldest first. A place leaves the list when its text was changed and published, unpublished, or confirmed.',

  // Juries.
  listJuries: 'A person who sits on no jury gets an empty list, and the `jurorId` to tell an editor.',
  listJuryWorks:
    'In the order of their numbers, each with the score that the caller has given. Jurors do not see works that they have entered themselves.',
  getJuryWork:
    'What the others of the jury think of it is shown to a juror who has rated it, and to editors always. With blind rating nothing in the answer tells of the artist.',
  rateJuryWork:
    'A score from 1 to 10, and a comment for the jury if there is something to say. It takes the place of what the caller has given before. Works can be rated from the close of entries until works are selected or, where the rating is blind, until the artists are revealed.',
  updateJuryRating:
    'Changes the points, the comment, or both (JSON Merge Patch): what is absent stays as it is, whichever device has sent it, and a comment that is null goes. The first time points are needed. Send the `mark` of the work with it: after an erasure, or once numbers were drawn anew, a number can mean another work, and 409 says so.',
  listJurors: 'With each, how many of the works are rated already.',
  listRatings:
    'Work by work, in the order of their numbers, what each of the jury has given. While the rating is blind a work has the number of the jury and no id.',
  assignJuror: 'The person may then see and rate the works of this exhibition. To do it twice changes nothing.',
  removeJuror: 'The person no longer sees the works. The scores that were given go on counting.',
  revealArtists:
    'At least one work has to be selected. From then on names are shown, nothing can be rated, and only an admin may take further works into the selection. It cannot be undone.',
  lookUpArtist:
    'For when a guardian calls while works are rated blind: finds entries by part of a name, by entry number, or by the number of the jury. The audit names who looked, and which entries were shown.',

  // Consents.
  lookUpConsents:
    'Finds entries in all exhibitions by the name of a person, or those whose consent needs work: give one of `name` and `filter`. A name that finds more than 50 entries is refused: say more of it. Exhibitions that are rated blind are searched by name alone, and for admins only. The audit records who has looked at which entries, and never the name.',
  lookUpNamingTexts:
    'Compares all texts of events, exhibitions and artworks, of their documents, and the names of files with the name of a person, a part of them with every call: go on until there is no `nextCursor`. A part may find nothing.',
  foreseeEffects:
    'What another consent to an entry, or erasing it, would take from the public, by the code that does it; nothing is written. It is refused as the act itself would be. Give one of `consent` and `erase`.',
  foreseeNamingTexts:
    'The texts that would wait for an editor after the act, since they name a person whose name is withheld then: no act changes a text. A part of them with every call: go on until there is no `nextCursor`.',
  createAccessDocument:
    'What a request for access (GDPR, article 15) is answered with: all that is stored of an entry, its pictures included, and nothing of anybody else: jurors and staff are left out. The audit records who has asked for it. Texts that name the person: `…/access-document/texts`.',
  lookUpAccessTexts:
    'What goes with the document of an entry: the sentences of other texts and of documents that name the artist, and files whose names do. Other names, and whatever else is written with a capital letter, are replaced by `[…]`. A part of all texts with every call: go on until there is no `nextCursor`. The audit records each.',
  createConsentForm:
    'Answers a signed address to which the scan of a form is sent with `PUT`, as `POST /v1/staff/uploads` does: a PDF or an image. It is kept as it comes beside the entry, is in no library, and nothing publishes it. Its name is not asked for. It is erased with the entry.',
  listConsentForms: 'The scans of forms beside an entry, the oldest first, without what stands in them.',
  createConsentFormLink:
    'An address at which the scan can be looked at for five minutes. The audit records who has asked for it.',
  deleteConsentForm: 'Deletes every version of a scan, such as one that belongs to another child.',
  listPersonRequests:
    'What people have asked for: open requests, those that are due first at the beginning, or closed ones, the last one first.',
  createPersonRequest:
    'Keeps a request with the day by which it must be answered: one calendar month after it was received (GDPR, article 12(3)), or as many days as the settings say. Name and note stay on the desk: they go when the person is erased, and 90 days after the request was closed.',
  getPersonRequest: 'One request, open or closed.',
  updatePersonRequest:
    'What is absent stays. Where the day of receipt changes, the last day follows. A closed request does not change.',
  extendPersonRequest:
    'Gives a request two months more, once, with the reason, of which the person must have been told in time (GDPR, article 12(3)).',
  createRequestAct:
    'Keeps that something was done for a request. It does nothing else: the act itself has a route of its own.',
  closePersonRequest:
    'The request was answered, or refused with a reason. Who has closed it is kept; it cannot be undone.',

  // Texts.
  renderText:
    'As its page would show the text if it were published now, with its pictures by signed addresses that work for a few minutes; those that may not be shown are left out. Nothing is kept.',

  // Uploads.
  createUpload:
    'Answers a signed address to which the file is sent with `PUT`, straight to the store. The signature binds type, length and SHA-256, and works for 15 minutes. A file that is known already is not sent again: `alreadyUploaded` is true then, and the upload can be used as it is. Read the upload until its `state` is `ready` or `rejected`.',
  getMe: 'What the token says: the id by which answers name the caller, the name, and the groups.',
  getMyMail: 'What the caller is told by mail, and which of it they have switched off.',
  updateMyMail:
    'Takes the place of what the caller has chosen before. Nobody chooses for somebody else. It is kept where this installation sends no mail, too.',
  listPeople:
    'Who has created or changed something, by id, with the name that their token said last: to choose an author from, or whom to hand something to. Whose name was erased is left out.',
  listAccounts:
    'Every account of the user pool, by its address: who may sign in, and as what. An account is `invited` until the person has signed in for the first time.',
  createAccount:
    'Makes an account and sends a temporary password to the address, in the language; it works for three days. Who has an account already is changed instead.',
  resendInvitation:
    'Sends another temporary password to somebody who has not signed in yet. Who has is refused with 409: Cognito’s pages send whoever has forgotten a password another one.',
  updateAccountGroups:
    'The person has these groups and no other from then on. Tokens that the person has are refused within half a minute; where a group was taken away, the person signs in again.',
  disableAccount:
    'The person cannot sign in any more, and is refused within half a minute. What the person has made stays. Nobody disables their own account: so there is always an admin.',
  enableAccount: 'The person can sign in again, as before.',
  resetSecondFactor:
    'Forgets the authenticator app of a person who has lost the phone; the next sign-in asks for another one. Passkeys stay: where a device with one is lost, disable the account.',
  listKnownJurors:
    'Who has the role of a juror and can sign in: to choose from with `PUT /v1/staff/exhibitions/{id}/jurors/{jurorId}`.',
  deletePersonName:
    'Answers show the id alone from then on, which says nothing of the person once the account is deleted. Acting again with a token that carries a name brings it back.',
  getUpload:
    'A file is `awaiting` until it has arrived, then `processing` for some seconds. One that is `rejected` says why, in the language of `Accept-Language`.',
  listUploads:
    'The newest first, each with its smallest image and where it is used; contributors see their own. With `unused` those that no event or artwork has ever used, the oldest first: candidates for `DELETE /v1/staff/uploads/{id}`. A page may be short and still have a `nextCursor`.',

  // The site and its operation.
  getStaffSite: 'The current settings. Their version is the `ETag`, which a change has to name.',
  updateSite:
    'Takes the place of all settings. Labels need the default language. A category that items use cannot be removed, nor can the last language. Texts and addresses that may name an artist whose name consent withholds are refused, as at a publication. Published items follow without being published again: where the languages change, the answer is 202 and a job that makes what is public again.',
  listSiteRevisions: 'Newest first.',
  deleteSiteRevisions:
    'Deletes all versions of the settings but the current one for good, so that what they held is nowhere left.',
  lookUpSiteMentions:
    'Places in settings, as they are sent, that may name an artist whose name consent withholds: nothing is saved. An admin changes the text, or confirms in `confirmedMentions` that it means another person.',
  getSiteRevision: 'The settings as they were. To restore them, send them back with `PUT /v1/staff/site`.',
  rebuildShowcase:
    'Makes the public side again from the working side, for example after a restore of a table. A job does it; one that is still running begins anew. `npm run rebuild` waits for its end.',
  listJobs:
    'Those that are not done, then those that have ended in the last seven days, each newest first. An admin sees every job, others what they have asked for themselves. A page may hold fewer jobs than `limit` and still have a `nextCursor`.',
  getJob:
    'How far a job is, and what went wrong. Admins may read it, and who has asked for it; for others it does not exist. Ask every second or so until its `state` is `succeeded` or `failed`.',
  retryJob:
    'Only a job that has failed, that is, was given up: it goes on from where it was. Those who may see it may do so. Of two jobs that make the public side again the later one does all.',
  listSetAside:
    'What failed again and again, and waits for somebody to mend the cause: what it is about and why it failed last, without what it says. `POST /v1/staff/replay` sends it back.',
  redriveQueue:
    'Sends the messages of a dead-letter queue back to the queue where they failed. Those that fail again return. `npm run replay` calls it for each queue.',
  listAuditEntries:
    'What staff have done, newest first: in one month, or to one item. Entries cannot be changed. Ratings of an entry that is rated blind are left out until the artists are revealed: a page may have fewer entries. `month` and `item` exclude each other.',
  listEventAuditEntries: 'Who did what to it, newest first, without the addresses that admins see.',
  listExhibitionAuditEntries:
    'Who did what to it, newest first. What was done to its artworks is listed with each of them.',
  listArtworkAuditEntries:
    'Who did what to it, newest first. Refused while entries are rated blind: it would tell who has entered the work.',
  importArchive:
    'Each line is one item of an earlier site, which is published at the date that it has. A job imports the lines, and says in its `results` what became of each; a line that is refused does not hold back the others. With `dryRun` the answer is the report, at once. An item whose `externalId` was imported before is left as it is, or with `update` takes what its line says now, as long as nobody has changed it since. Of lines that ask for one `externalId`, slug or old address the first gets it. Bodies are Markdown or HTML, as `format` says (`markdown`, `html`) or their looks do. At most 200 lines a request; `npm run import` splits an archive.',

  // Webhooks.
  createWebhook:
    'The receiver gets a signed `POST` when an event or exhibition becomes public, changes there, or leaves (https://www.standardwebhooks.com). Copy the secret: it is shown only once. A site has at most 20 webhooks.',
  listWebhooks: 'Oldest first, each with its last success and how long it has been failing.',
  getWebhook: 'Without its secret.',
  updateWebhook:
    'A JSON Merge Patch (RFC 7396). With `enabled` a webhook is switched off, or on again after it failed; deliveries that were cancelled meanwhile are not made up for.',
  deleteWebhook: 'Deliveries that are pending are not sent any more.',
  rotateWebhookSecret:
    'Copy the secret: it is shown only once. For a day messages carry two signatures, by the new and by the old secret, so that the receiver can change over.',
  testWebhook:
    'Sends one message of the type `webhook.test` at once. Read the delivery to see what the receiver answered. A webhook that is switched off is refused.',
  listWebhookDeliveries: 'The messages of the last 30 days with each attempt, newest first, without their bodies.',
  getWebhookDelivery: 'With the body as it was sent, byte for byte, but for addresses that were erased since.',
  resendWebhookDelivery:
    'Sends the message again with the same id, and tries for another day where it fails. A message that is being sent at this moment is refused with 409.',
};
