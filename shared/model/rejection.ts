import * as z from 'zod';

/** What a rejection says beside its code: sizes, types. */
export type RejectionParams = Readonly<Record<string, string | number>>;

/** Why a file was refused, in the languages of the staff. `{name}` stands for a parameter. */
const messages = {
  'not-an-image': {
    az: 'Fayl oxuna bilən şəkil deyil. Bəlkə zədələnib və ya başqa formatdadır?',
    en: 'The file is no image that we can read. Is it damaged, or of another kind?',
    ru: 'Файл не удаётся прочитать как изображение. Возможно, он повреждён или имеет другой формат?',
  },
  damaged: {
    az: 'Şəkil zədələnib və ya yarımçıqdır: onu sona qədər oxumaq mümkün deyil.',
    en: 'The image is damaged or cut off: it cannot be read to its end.',
    ru: 'Изображение повреждено, или файл неполон: его не удаётся прочитать до конца.',
  },
  'wrong-type': {
    az: 'Fayl {declared} kimi göstərilib, əslində isə {found} formatındadır.',
    en: 'The file was announced as {declared}, but it is {found}.',
    ru: 'Файл заявлен как {declared}, но на самом деле это {found}.',
  },
  'heic-unreadable': {
    az: 'HEIC formatlı şəkillər burada oxunmur. Şəkli JPEG formatında yadda saxlayıb yenidən göndərin.',
    en: 'HEIC images cannot be read here. Save the picture as JPEG and send it again.',
    ru: 'Изображения HEIC здесь не читаются. Сохраните снимок в формате JPEG и отправьте его снова.',
  },
  'too-many-pixels': {
    az: 'Şəkil {megapixels} milyon pikseldən böyükdür. Onu daha aşağı ayırdetmə ilə skan edin.',
    en: 'The image has more than {megapixels} million pixels. Scan it at a lower resolution.',
    ru: 'В изображении более {megapixels} млн пикселей. Отсканируйте его с более низким разрешением.',
  },
  'too-narrow': {
    az: 'Şəklin ölçüsü {width} × {height} pikseldir: hündürlüyünə görə həddən artıq ensizdir.',
    en: 'The image is {width} × {height} pixels: too narrow for its height to be shown.',
    ru: 'Размер изображения — {width} × {height} пикселей: оно слишком узкое для своей высоты.',
  },
  'wrong-length': {
    az: 'Faylın ölçüsü {found} baytdır, halbuki {declared} bayt göstərilmişdi.',
    en: 'The file has {found} bytes; {declared} were announced.',
    ru: 'Размер файла — {found} байт, а был заявлен размер {declared} байт.',
  },
  'wrong-checksum': {
    az: 'Bu, göstərilən fayl deyil: onun SHA-256 nəzarət cəmi fərqlidir.',
    en: 'The file is not the one that was announced: its SHA-256 differs.',
    ru: 'Это не тот файл, который был заявлен: его контрольная сумма SHA-256 не совпадает.',
  },
  erased: {
    az: 'Bu fayl şəxsin istəyi ilə silinib: onu yenidən yükləmək olmaz.',
    en: 'This file was erased at the wish of a person: it may not be uploaded again.',
    ru: 'Этот файл удалён по желанию человека: загружать его снова нельзя.',
  },
} as const satisfies Record<string, Readonly<Record<'az' | 'en' | 'ru', string>>>;

export type RejectionCode = keyof typeof messages;

const codes = Object.keys(messages) as [RejectionCode, ...RejectionCode[]];

/** Why a file was refused, as the desk keeps it. */
export const rejectionSchema = z.strictObject({
  code: z.enum(codes),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** What was said of it in English, before it could be said in other languages. */
  message: z.string().optional(),
});

export type Rejection = z.output<typeof rejectionSchema>;

/** Languages in which a rejection can be said. */
export const rejectionLanguages = ['en', 'az', 'ru'] as const;

/** Why a file was refused, as a code for programs and a sentence for people, in the first of their languages that there is. */
export const localizeRejection = (
  { code, params, message }: Rejection,
  languages: readonly string[],
): { code: RejectionCode; message: string } => {
  if (message !== undefined) return { code, message };
  const language = languages
    .map((wanted) => rejectionLanguages.find((known) => known === wanted.split('-')[0]))
    .find((known) => known !== undefined);
  // A later release may have found other reasons.
  const sentence: string = messages[code]?.[language ?? 'en'] ?? code;
  return { code, message: sentence.replace(/\{(\w+)\}/g, (_all, name: string) => String(params[name] ?? '?')) };
};
