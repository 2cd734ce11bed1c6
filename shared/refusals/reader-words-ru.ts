import type { ReaderCatalogue } from './catalogue.ts';

const types = {
  string: 'строка',
  number: 'число',
  boolean: 'true или false',
  object: 'объект',
  array: 'список',
  null: 'null',
} as const;

export const list = (values: readonly unknown[]): string => values.join(', ') || 'нет';

/** A number with its noun: 1 знак, 2 знака, 5 знаков (CLDR: one, few, many). */
export const plural = (n: number, one: string, few: string, many: string): string => {
  const [tens, units] = [n % 100, n % 10];
  if (tens >= 11 && tens <= 14) return `${n} ${many}`;
  if (units === 1) return `${n} ${one}`;
  return `${n} ${units >= 2 && units <= 4 ? few : many}`;
};

/** A number with its noun in the genitive, as "не больше" takes it: 1 знака, 2 знаков. */
export const genitive = (n: number, one: string, many: string): string =>
  `${n} ${n % 10 === 1 && n % 100 !== 11 ? one : many}`;

/** The words of refusals in Russian. */
export const ru: ReaderCatalogue = {
  titles: {
    moved: 'Адрес изменился',
    'in-language': 'Эта страница есть на вашем языке',
    'described-elsewhere': 'Описание по другому адресу',
    'is-file': 'Это файл',
    'invalid-input': 'Данные заполнены неверно',
    unauthorized: 'С этим токеном нельзя обращаться к API',
    forbidden: 'У вас нет на это прав',
    'not-found': 'Не найдено',
    conflict: 'Текущее состояние этого не допускает',
    gone: 'Материал снят с публикации',
    'stale-version': 'Это изменил кто-то другой',
    'body-too-large': 'Запрос слишком большой',
    'unsupported-media-type': 'Запрос в другом формате',
    'idempotency-key-reused': 'С этим ключом пришёл другой запрос',
    'version-required': 'Не указана изменяемая версия',
    'too-many-requests': 'Вы делаете это слишком часто',
    internal: 'Произошла ошибка',
    unavailable: 'Сервис сейчас занят',
  },
  pageTexts: {
    'invalid-input': 'В адресе что-то написано неверно. Проверьте его или начните с первой страницы.',
    'not-found': 'По этому адресу ничего нет. Проверьте, правильно ли он написан.',
    gone: 'То, что было по этому адресу, больше не публикуется.',
    moved: 'Теперь здесь:',
    internal: 'Попробуйте ещё раз через минуту.',
  },
  reasons: {
    required: 'не указано',
    wrongType: ({ expected }) => `здесь нужен тип «${types[expected]}»`,
    unknownField: 'такого поля здесь нет',
    invalidValue: 'недопустимое значение',
    invalidChoice: ({ allowed }) => `допустимы только значения: ${list(allowed)}`,
    notBoolean: 'допустимо только true или false',
    notAnInteger: 'нужно целое число',
    outOfRange: ({ min, max }) => `нужно целое число от ${min} до ${max}`,
    tooSmall: ({ min }) => `не меньше ${min}`,
    tooBig: ({ max }) => `не больше ${max}`,
    tooManyItems: ({ max }) => `не больше ${genitive(max, 'элемента', 'элементов')}`,
    tooFewItems: ({ min }) => `не меньше ${genitive(min, 'элемента', 'элементов')}`,
    duplicates: 'одно и то же указано дважды',
    duplicate: 'указано дважды',
    empty: 'не может быть пустым',
    tooShort: ({ min }) => `не меньше ${genitive(min, 'знака', 'знаков')}`,
    tooLong: ({ max }) => `не больше ${genitive(max, 'знака', 'знаков')}`,
    tooManyWords: ({ max }) => `не больше ${genitive(max, 'слова', 'слов')}`,
    nothingToSearch: 'нет ни одной буквы и ни одной цифры',
    brokenCharacter: 'текст обрезан внутри знака (осталась половина суррогатной пары)',
    controlCharacters: 'переносы строк и управляющие знаки недопустимы',
    controlCharactersInText: 'управляющие знаки недопустимы, кроме переносов строк и табуляции',
    bidiControls:
      'не должно содержать невидимых символов, меняющих направление текста: не вставляйте текст, а наберите заново',
    tooManyMarks: ({ max }) => `больше ${genitive(max, 'диакритического знака', 'диакритических знаков')} подряд`,
    nothingVisible: 'нет ни одного видимого знака',
    noNameInAnyLanguage: 'название не указано ни на одном языке',
    invalidId: 'это не идентификатор: идентификатор — ULID из 26 знаков',
    invalidIdOrSlug: 'это не идентификатор и не слаг',
    invalidSlug: 'допустимы только строчные латинские буквы, цифры и одиночные дефисы между ними',
    invalidLocale: 'нужен код языка, например az, en или ru',
    invalidTime: 'нужно время по ISO 8601, например 2022-11-18T10:00:00Z',
    invalidDay: 'нужна дата, например 2022-11-18',
    invalidDayOrTime: 'нужна дата, например 2022-11-18, или время, например 2022-11-18T10:00:00Z',
    invalidMonth: 'нужен месяц, например 2022-11',
    invalidTimeZone: 'нужен часовой пояс, например Asia/Baku',
    missingPlaceholder: ({ placeholder }) => `не хватает ${placeholder}`,
    unknownPlaceholder: ({ placeholder, known }) => `${placeholder} здесь ничего не означает; известны: ${list(known)}`,
    invalidUrl: ({ example }) => `нужен адрес, например ${example}`,
    invalidEmail: 'нужен адрес почты, например info@example.org',
    invalidColour: 'нужен цвет, например #0b4a6f',
    contrastTooLow: ({ contrast, min }) => `контраст с белым ${contrast}, а тексту нужно ${min}: выберите цвет темнее`,
    invalidRights:
      'нужен адрес, например http://creativecommons.org/licenses/by-nc/4.0/ или http://rightsstatements.org/vocab/InC/1.0/',
    invalidSha256: 'нужен SHA-256: 64 строчные шестнадцатеричные цифры',
    invalidAccountName: 'это не имя учётной записи: такие имена стоят в createdBy',
    invalidCursor: 'этот курсор не от данного запроса; начните заново без него',
    invalidETag: 'нужен один ETag, выданный по этому адресу, например "7"',
    invalidIdempotencyKey: 'нужен один UUID, например "8e03978e-40d5-43e8-bc93-6894a57f9324"',
    notUtf8: 'кодировка не UTF-8',
    notJson: 'формат не JSON',
    notJsonAt: ({ line, column }) => `формат не JSON: посмотрите строку ${line}, знак ${column}`,
    nestedTooDeep: ({ max }) => `вложенность больше ${genitive(max, 'уровня', 'уровней')}`,
    tooManyValues: ({ max }) => `больше ${max} имён и значений`,
    moreErrors: ({ count }) => `и ещё ${plural(count, 'ошибка', 'ошибки', 'ошибок')}`,
    outsideYears: ({ first, last }) => `за пределами ${first}–${last} годов`,
    before: ({ field }) => `раньше, чем ${field}`,
    minorByAge: ({ age }) => `указано false, хотя автору не было ${age} лет`,
    unknownLocale: ({ known }) => `такого языка на сайте нет; языки сайта: ${list(known)}`,
    unknownCategory: ({ known }) => `такого раздела на сайте нет; разделы сайта: ${list(known)}`,
    unknownValue: ({ value, known }) => `на сайте нет ${value}; есть: ${list(known)}`,
    textsTooLarge: ({ bytes, maxBytes }) =>
      `слишком длинные, чтобы хранить их вместе: ${plural(bytes, 'байт', 'байта', 'байт')} после сжатия, помещается ${maxBytes}`,
    consentMissing: 'нет согласия, а автор несовершеннолетний',
    consentDenied: 'согласие не разрешает показывать работу',
    consentNotYet: ({ day }) => `согласие действует только с ${day}`,
    consentExpired: ({ day }) => `срок согласия истёк ${day}`,
    httpsRequired: 'адрес должен начинаться с https://',
    invalidInput: 'Данные заполнены неверно.',
    bodyTooLarge: ({ bytes, max }) =>
      `Размер запроса — ${plural(bytes, 'байт', 'байта', 'байт')}; читается не больше ${max}.`,
    viewBodyTooLarge: ({ max }) => `Для просмотра тело запроса не нужно; не больше ${genitive(max, 'байта', 'байт')}.`,
    contentTypeRequired: ({ expected }) => `Не указан Content-Type; отправьте ${expected}.`,
    unsupportedContentType: ({ found, expected }) => `Указан Content-Type ${found}; отправьте ${expected}.`,
    movedTo: ({ location }) => `Теперь здесь: ${location}`,
    isFileAt: ({ location }) => `Манифест большой и лежит в отдельном файле: ${location}`,
    inLanguageAt: ({ location }) => `На вашем языке это здесь: ${location}`,
    describedAt: ({ location }) => `Изображение описано здесь: ${location}`,
    routeNotFound: ({ route }) => `Маршрута ${route} нет.`,
    pageNotFound: ({ id }) => `Страницы ${id} нет.`,
    pageGone: ({ id }) => `Страница ${id} снята с публикации.`,
    eventNotFound: ({ id }) => `События ${id} нет.`,
    eventWithoutDate: ({ id }) => `у события ${id} нет времени, которое можно внести в календарь`,
    eventGone: ({ id }) => `Событие ${id} снято с публикации.`,
    exhibitionNotFound: ({ id }) => `Выставки ${id} нет.`,
    exhibitionGone: ({ id }) => `Выставка ${id} снята с публикации.`,
    artworkNotFound: ({ id, exhibitionId }) => `На выставке ${exhibitionId} нет работы ${id}.`,
    pathNotFound: ({ path }) => `По адресу ${path} ничего нет.`,
    pathGone: ({ path }) => `Материал по адресу ${path} снят с публикации.`,
    sitemapNotFound: ({ file }) => `Карты сайта ${file} нет.`,
    accessTokenRequired: 'Здесь принимаются только токены доступа (access token); ваш — для другого.',
    roleRequired: ({ required, held }) =>
      `Для этого нужна роль ${required}; ваш токен даёт: ${held === 'none' ? 'никакой' : held}.`,
    versionRequired: 'Отправьте в If-Match тот ETag, с которым прочитали версию, например "7".',
    storeBusy: 'Сервис сейчас занят. Попробуйте ещё раз через минуту.',
    manifestInProgress: 'Манифест готовится. Попробуйте ещё раз через минуту.',
    internalError: ({ requestId }) => `Произошла ошибка на нашей стороне. Сообщите нам номер запроса: ${requestId}.`,
  },
};
