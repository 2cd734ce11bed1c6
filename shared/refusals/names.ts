/** The types of JSON values. */
export type JsonType = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'null';

/** The states of an upload as refusals name them. */
export type UploadStateName = 'unknown' | 'awaiting' | 'processing' | 'ready' | 'rejected' | 'expired';

/** What a document hides, as refusals name it: see `hiddenParts`. */
export type HiddenPartName =
  | 'sheets'
  | 'rows'
  | 'columns'
  | 'pivotSource'
  | 'text'
  | 'deletedText'
  | 'layers'
  | 'drawings'
  | 'linkedValues';

/** Who acts, as refusals name it: see `actorKinds`. */
export type ActorName = 'juror' | 'foreign' | 'handed' | 'own' | 'editor' | 'admin';

/** The states of events and exhibitions, as refusals name them: see `Stage`. A later release may have stored others. */
export type StageName =
  | 'draft'
  | 'inReview'
  | 'scheduled'
  | 'published'
  | 'withdrawn'
  | 'archived'
  | 'open'
  | 'selection'
  | 'rating'
  | 'blind'
  | 'selected'
  | 'revealed';

/** What is done, as refusals name it: the rows of the tables of permissions. */
export type ActionName =
  | 'readExhibition'
  | 'changeExhibition'
  | 'setBlindRating'
  | 'enter'
  | 'readEntry'
  | 'readArtist'
  | 'changeEntry'
  | 'changeConsent'
  | 'attachUpload'
  | 'eraseEntry'
  | 'findDuplicates'
  | 'readMentions'
  | 'readHall'
  | 'assignJurors'
  | 'readWorks'
  | 'rate'
  | 'readRanking'
  | 'select'
  | 'selectSighted'
  | 'lookUp'
  | 'reveal'
  | 'reopen'
  | 'publishExhibition'
  | 'unpublishExhibition'
  | 'archiveExhibition'
  | 'unarchiveExhibition'
  | 'previewExhibition'
  | 'readExhibitionRevisions'
  | 'restoreExhibition'
  | 'revokeExhibitionPreview'
  | 'readEvent'
  | 'changeEvent'
  | 'handOver'
  | 'archiveEvent'
  | 'unarchiveEvent'
  | 'submitEvent'
  | 'recallEvent'
  | 'publishEvent'
  | 'unpublishEvent'
  | 'previewEvent'
  | 'readRevisions'
  | 'revokePreview';
