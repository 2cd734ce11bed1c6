import { staffRoutes } from '../../contract/staff/routes.ts';
import { listedUploadSchema, staffUploadSchema } from '../../contract/staff/schemas.ts';
import { documentSchema } from '../../model/files/document.ts';
import { uploadRequestSchema } from '../../model/files/upload.ts';
import { describeObject } from './describe-object.ts';

const uploadId = 'The id of the upload: an event or artwork names it as its picture, or an event as one of its files.';
const state =
  'How far it is. `expired`: the file did not arrive within a day, or was not processed within two hours after that.';

const request = describeObject(uploadRequestSchema, {
  fileName: 'The name of the file, for people: up to 255 characters.',
  contentType:
    'The type of the image or document as the caller knows it. Once the file has arrived it is what its bytes say. HEIC cannot be read: a field whose `accept` does not name it makes iPhones convert pictures to JPEG.',
  contentLength: 'The size in bytes: at most 104,857,600 (100 MiB). The signature takes exactly that many.',
  sha256: 'SHA-256 of the bytes in lower-case hex, as `sha256sum` prints it.',
});

const [known, signed] = staffRoutes.createUpload.response.options;

/** What staff see of an upload. */
const upload = describeObject(
  staffUploadSchema,
  {
    uploadId,
    fileName: 'The name of the file. Absent where the caller may not know it.',
    createdBy: 'The person who uploaded it. Absent where the caller may not know it.',
    arrivedAt: 'When the file arrived. Absent before that.',
    artwork: 'The entry whose image it is, as `<exhibition id>/<artwork id>`. Absent where it is that of none.',
    kind: 'What it can be used as: as a `picture`, or, a `document`, as a file of an event.',
    document: 'What is known of a document. Absent until it is ready.',
    state,
    rejection: 'Why the file was refused, in the language of `Accept-Language`.',
    width: 'Width in pixels, upright. Absent until it is ready.',
    height: 'Height in pixels, upright. Absent until it is ready.',
    renditions: 'The sizes and formats made from it, by signed addresses that work for a few minutes.',
    documentUrl:
      'The document as it would be published, by a signed address that works for a few minutes. Absent in lists, until it is ready, and for whoever is neither its uploader nor an editor.',
    placeholder: 'A blurred preview as ThumbHash in base64 (https://evanw.github.io/thumbhash/).',
    color: 'The dominant colour as `#rrggbb`.',
  },
  request,
);

/** Files on their way to the store. */
export const uploadDescriptions = [
  request,
  upload,
  describeObject(
    listedUploadSchema,
    {
      usedBy:
        'Where it is used: the artwork whose image it is, and events, as working copies or in public. Empty where nothing uses it.',
    },
    upload,
  ),
  describeObject(documentSchema, {
    type: 'Its media type, as its bytes say.',
    bytes:
      'The size of the file that is published, in bytes: the names of authors and other properties were taken out of it.',
    pages: 'How many pages a PDF has.',
    text: '`extracted`: its text was read and is compared with names that may not be published. `partial`: there is too much of it. `none`: there is none, as in a scan. An editor reads those and confirms them: `confirmedFiles`.',
    metadata:
      'What the file and the pictures in it say of authors and places, where nothing could be taken out, since it is signed: readers can see it. Empty where nothing was found. Absent of a file that is not signed.',
    hidden:
      'What readers do not see at first, and can show: hidden sheets, rows and columns of tables, the table that a pivot table was made of, hidden text, text that was deleted while changes were recorded, and layers of a PDF. An editor confirms such a file. Absent where nothing is hidden.',
  }),
  describeObject(documentSchema.shape.metadata.unwrap().element, {
    name: 'The property, such as `Author`.',
    value: 'What it says.',
  }),
  describeObject(staffUploadSchema.shape.rejection.unwrap(), {
    code: 'The reason, for programs.',
    message: 'The reason, for people.',
  }),
  describeObject(known, {
    uploadId,
    alreadyUploaded: 'True: a file with this SHA-256 is there. Use the upload as it is, and send nothing.',
  }),
  describeObject(signed, {
    uploadId,
    alreadyUploaded: 'False: send the file to `url`.',
    method: 'The method to send it with.',
    url: 'The signed address. It takes this one file only, and only once.',
    headers: 'Headers to send along, each exactly as given: the signature covers them.',
    expiresAt: 'When the address stops working: after 15 minutes. Ask for another one then.',
  }),
  describeObject(staffRoutes.deleteUpload.response, {
    uploadId: 'The id of the upload.',
    files: 'How many stored versions of files were deleted.',
  }),
];
