import type { StaffCatalogue } from './catalogue.ts';
import { genitive, list, plural } from './reader-words-ru.ts';

// In the dative, as the sentences on permissions take them.
const actors = {
  juror: 'члену жюри',
  foreign: 'автору (contributor)',
  handed: 'автору (contributor), которому материал передан',
  own: 'автору (contributor), создавшему материал',
  editor: 'редактору',
  admin: 'администратору',
} as const;

const eventStages: Readonly<Record<string, string>> = {
  draft: 'черновик',
  inReview: 'на проверке',
  scheduled: 'публикация запланирована',
  published: 'опубликовано',
  withdrawn: 'снято с публикации',
  archived: 'в архиве',
};

const exhibitionStages: Readonly<Record<string, string>> = {
  draft: 'черновик',
  open: 'идёт приём работ',
  selection: 'приём работ закрыт',
  rating: 'приём работ закрыт, работы оцениваются',
  blind: 'приём работ закрыт, работы оцениваются без имён',
  selected: 'приём работ закрыт, отбор сделан',
  revealed: 'приём работ закрыт, авторы раскрыты',
  scheduled: 'публикация запланирована',
  published: 'опубликована',
  withdrawn: 'снята с публикации',
  archived: 'в архиве',
};

const hiddenParts = {
  sheets: 'листы',
  rows: 'строки таблицы',
  columns: 'столбцы таблицы',
  pivotSource: 'исходные данные сводной таблицы',
  text: 'текст',
  deletedText: 'текст, удалённый при записи исправлений',
  layers: 'слои',
  drawings: 'рисунки и фигуры',
  linkedValues: 'значения, взятые из других файлов',
} as const;

const uploadStates = {
  unknown: 'неизвестна',
  awaiting: 'ещё ожидается',
  processing: 'ещё обрабатывается',
  ready: 'готова',
  rejected: 'отклонена',
  expired: 'просрочена',
} as const;

const kinds: Readonly<Record<string, string>> = { event: 'событие', exhibition: 'выставка', artwork: 'работа' };

const inWords = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name;

const who = (names: readonly (keyof typeof actors)[]): string => names.map((name) => actors[name]).join(' или ');

/** Entries by their numbers, in the genitive: `работ № 3, 8 и ещё 2`. */
const numbered = ({ entries, others }: { readonly entries: readonly number[]; readonly others: number }): string =>
  `${entries.length === 1 ? 'работы' : 'работ'} № ${entries.join(', ')}${others > 0 ? ` и ещё ${others}` : ''}`;

/** The words of refusals in Russian. */
export const ru: StaffCatalogue = {
  // Each is an infinitive.
  actions: {
    readExhibition: 'смотреть выставку',
    changeExhibition: 'изменять тексты и сведения выставки',
    setBlindRating: 'включать и выключать оценку без имён, пока нет ни одной работы',
    enter: 'добавлять работы',
    readEntry: 'смотреть работу',
    readArtist: 'видеть, чья это работа',
    changeEntry: 'изменять или отзывать работу',
    changeConsent: 'изменять или отзывать согласие',
    attachUpload: 'заменять изображение работы',
    eraseEntry: 'удалять работу вместе с её автором',
    findDuplicates: 'искать похожие работы',
    readMentions: 'смотреть, где в текстах названы участники, чьи имена скрыты',
    readHall: 'смотреть, что печатается для зала',
    assignJurors: 'назначать членов жюри и видеть, как идёт их работа',
    readWorks: 'смотреть работы, переданные жюри',
    rate: 'оценивать работу',
    readRanking: 'смотреть рейтинг',
    select: 'делать отбор',
    selectSighted: 'добавлять работы в отбор после раскрытия авторов при оценке без имён',
    lookUp: 'узнавать, чья это работа, во время оценки без имён',
    reveal: 'раскрывать авторов и завершать оценку',
    reopen: 'снова открывать приём работ',
    publishExhibition: 'публиковать выставку',
    unpublishExhibition: 'снимать выставку с публикации',
    archiveExhibition: 'отправлять выставку в архив',
    unarchiveExhibition: 'возвращать выставку из архива',
    previewExhibition: 'создавать предпросмотр выставки в её нынешнем виде',
    readExhibitionRevisions: 'смотреть прежние версии выставки и показывать их в предпросмотре',
    restoreExhibition: 'восстанавливать прежнюю версию выставки',
    revokeExhibitionPreview: 'отзывать чужой предпросмотр выставки',
    readEvent: 'смотреть событие',
    changeEvent: 'изменять рабочую копию события',
    handOver: 'передавать событие другим авторам',
    archiveEvent: 'отправлять событие в архив',
    unarchiveEvent: 'возвращать событие из архива',
    submitEvent: 'отправлять событие на проверку',
    recallEvent: 'отзывать событие с проверки',
    publishEvent: 'публиковать событие',
    unpublishEvent: 'снимать событие с публикации',
    previewEvent: 'создавать предпросмотр текущей версии',
    readRevisions: 'смотреть прежние версии и показывать их в предпросмотре',
    revokePreview: 'отзывать чужой предпросмотр',
  },
  reasons: {
    tooManyBytes: ({ max }) => `не больше ${genitive(max, 'байта', 'байт')}`,
    invalidPath: 'это не путь: путь начинается с косой черты и не содержит пробелов',
    reservedPath: 'этот адрес принадлежит самому сайту',
    invalidVersion: 'нужен номер версии',
    invalidWorkNumber: 'нужен номер работы',
    invalidAuditItem: 'нужен идентификатор, название очереди или «site»',
    invalidPreviewToken: 'это не ссылка на предпросмотр',
    emptyFile: 'файл пуст: в нём нет ни одного байта',
    fileTooLarge: ({ maxBytes, maxMebibytes }) =>
      `не больше ${genitive(maxBytes, 'байта', 'байт')} (${maxMebibytes} МиБ)`,
    tooManyLines: ({ count, max }) =>
      `${plural(count, 'строка', 'строки', 'строк')}; отправляйте не больше ${max} за раз, как делает npm run import`,
    inTheFuture: 'эта дата ещё не наступила',
    requiredBeside: ({ field }) => `не указано, хотя ${field} указано`,
    dayLike: ({ field }) => `нужна дата, как в ${field}`,
    timeLike: ({ field }) => `нужно время, как в ${field}`,
    notBeside: ({ field }) => `нельзя указывать вместе с ${field}: выберите одно`,
    exactlyOneOf: ({ fields }) => `укажите ровно одно из полей: ${list(fields)}`,
    needsRole: ({ role }) => `нужна роль ${role}`,
    unknownEvent: 'такого события нет',
    unknownExhibition: 'такой выставки нет',
    unknownUpload: 'такой загрузки нет',
    unknownEventVersion: ({ eventId }) => `такой версии события ${eventId} нет`,
    unknownExhibitionVersion: ({ exhibitionId }) => `такой версии выставки ${exhibitionId} нет`,
    localeNotInVersion: ({ version }) => `в версии ${version} нет этого языка`,
    localeNotPublic: ({ locales }) => `не опубликовано на языке: ${list(locales)}`,
    newDefaultLocale: 'язык новый для сайта: сначала добавьте его, затем сделайте основным',
    categoryInUse: ({ category, count }) =>
      `в разделе ${category} ${plural(count, 'материал', 'материала', 'материалов')}: сначала перенесите их в другой раздел`,
    nothingToPublish: 'нет языка, который можно опубликовать',
    altRequired: 'не указано: опишите, что изображено',
    coverNotSelected: 'не входит в число отобранных работ: отберите её или выберите другую обложку',
    coverNotAmongPictures: 'нет среди изображений: добавьте его к ним или выберите другую обложку',
    selectionRequired: 'не указано: решите, какие работы выставляются',
    publicAlready: 'время ещё не наступило, а материал уже опубликован: сначала снимите его с публикации',
    endBeforePublication: 'раньше публикации или в прошлом',
    endInThePast: ({ end }) => `было ${end}: укажите более позднее время или null, если срока нет`,
    localeMustFollow: ({ locale }) =>
      `не хватает языка ${locale}, который опубликован: опубликуйте и его, так как обложка изменилась`,
    textPictureAlt: ({ picture }) =>
      `у изображения ${picture} нет описания: напишите, что на нём, например ![женщина за станком](${picture})`,
    textPictureRefused: ({ picture, because }) => `изображение ${picture} в тексте: ${because}`,
    tooManyTextPictures: ({ max }) =>
      `слишком много изображений: не больше ${max} вместе с теми, что стоят вне текстов`,
    foreignPictures: ({ addresses }) =>
      `есть изображения с других сайтов, читатели видят на них ссылки: ${list(addresses)}; загрузите их, чтобы они показывались`,
    linkLeadsNowhere: ({ link }) =>
      `содержит ссылку ${link}, которая в это время никуда не ведёт: сначала опубликуйте то, на что она указывает, или уберите ссылку`,
    tooManyLinks: ({ max }) => `содержит ссылки по id более чем на ${max} событий и выставок`,
    unknownPage: 'на этом сайте нет такой страницы',
    slugOfOtherPage: ({ slug }) => `${slug} — адрес другой страницы или адрес прежнего сайта, ведущий в другое место`,
    notOfKind: ({ kind }) => `у вида ${kind} такого поля нет`,
    kindStays: 'страница и объявление не меняют вида, и ничто другое ими не становится',
    slugOfOtherEvent: ({ slug }) => `${slug} занят другим событием`,
    slugOfOtherExhibition: ({ slug }) => `${slug} занят другой выставкой`,
    uploadNotReady: ({ state }) => `загрузка ${uploadStates[state]}: опубликовать можно только готовую`,
    uploadRejected: ({ because }) => `отклонено: ${because}`,
    uploadNotPicture: 'документ: добавьте его к файлам события',
    uploadNotDocument: 'изображение: добавьте его к изображениям',
    documentOfOther: 'загружен другим человеком: добавить этот документ может только он или редактор',
    fileTitleRequired: 'не указано: напишите, как называется файл',
    fileSigned:
      'файл подписан, поэтому из него ничего не убрать, и читатели получат всё, что в нём есть: просмотрите файл, а затем добавьте его загрузку в confirmedFiles',
    fileShowsAuthors: ({ values }) =>
      `файл подписан, поэтому сведения об авторах и местах из него и его изображений не убрать, и читатели их увидят (${values}): просмотрите файл и, если это допустимо, добавьте его загрузку в confirmedFiles`,
    fileHidesParts: ({ hidden }) =>
      `в файле скрыто то, что может показать любой, кто его откроет: ${list(hidden.map((part) => inWords(hiddenParts, part)))}. Удалите это и загрузите новый файл, а если читателям можно это видеть, добавьте его загрузку в confirmedFiles`,
    fileNotRead:
      'файл нельзя сравнить с именами, которые не публикуются: в нём нет текста, как в скане, или его слишком много. Прочитайте файл сами, а затем добавьте его загрузку в confirmedFiles',
    pictureNotAllowed:
      'это изображение работы, которую нельзя показывать или которая удалена: возьмите другое или попросите сначала внести согласие',
    coverNotAllowed:
      'на обложке этой версии работа, которую нельзя показывать или которая удалена: возьмите другое изображение или попросите сначала внести согласие',
    pictureErased: 'изображение удалено вместе с работой: возьмите другое или оставьте без изображения',
    pictureOfErasedArtwork:
      'это изображение работы, которой больше нет: возьмите другое, оставьте без изображения или сначала внесите согласие',
    pictureOfEntry: ({ entryNumber, exhibitionId, because }) =>
      `это изображение работы № ${entryNumber} выставки ${exhibitionId} (${because}): возьмите другое, оставьте без изображения или сначала внесите согласие`,
    entryRefused: ({ entryNumber, because }) => `работа № ${entryNumber}: ${because}`,
    fieldRefused: ({ field, because }) => `в поле ${field}: ${because}`,
    unknownArtwork: 'такой работы на этой выставке нет',
    entryWithdrawn: 'отозвана',
    entryHasStatus: ({ status }) => `статус ${status}`,
    artistRequired: 'не указан автор',
    consentForbids: ({ because }) => `показывать нельзя: ${because}`,
    consentEndsBefore: ({ day }) => `показана не будет: срок согласия истекает ${day}, до начала публикации`,
    artworkWithoutImage: 'нет изображения: не указано uploadId',
    artworkImageNotReady: ({ state }) => `изображение не готово: загрузка ${uploadStates[state]}`,
    artworkWithoutTexts: 'ни на одном языке сайта нет названия и альтернативного текста',
    artworkLacks: ({ field }) => `не указано ${field}`,
    artworkLacksAlt: ({ field }) => `не указано ${field}: опишите, что изображено на работе`,
    notSelectable: 'сейчас её нельзя отобрать: причину может узнать администратор',
    unknownJuryNumber: 'такого номера у жюри нет',
    numbersOnlyWhileBlind: 'номера известны только во время оценки без имён',
    artworkIdsHidden: 'сейчас скрыты: укажите номера работ у жюри',
    entryNumbersUsedUp: ({ max }) => `не указано, а все номера до ${max} уже заняты`,
    entryNumberTooHigh: ({ max, ahead }) => `сейчас не больше ${max}: на ${ahead} выше наибольшего номера выставки`,
    entryNumberTaken: ({ entryNumber }) => `номер ${entryNumber} занят другой работой этой выставки`,
    imageTaken: 'это уже изображение другой работы',
    imageErased: 'изображение удалено вместе с другой работой, вернуть его нельзя',
    imageOfOtherEntry:
      'раньше это было изображение другой работы: взять его может только тот, кто его загрузил, или редактор',
    fileErased: 'это контрольная сумма файла, удалённого по желанию человека: загружать его снова нельзя',
    namesPerson: 'называет человека: этот текст останется после удаления имени, напишите его без имени',
    namedInExtension:
      'относится к человеку, названному в причине продления, а она останется после удаления имени: закройте это обращение и внесите его заново с именем, тем же днём получения и причиной без имени',
    toldTooLate: ({ dueOn }) => `позже ${dueOn}: о продлении срока нужно сообщить до его окончания`,
    tooManyMatches: ({ count }) => `подходит ${plural(count, 'работа', 'работы', 'работ')}: укажите имя точнее`,
    blindRatingForEditors: 'включать и выключать её может только редактор',
    blindRatingFixed: 'нельзя изменить, когда уже есть работы',
    statusCannotFollow: ({ status, next }) => `после статуса ${status} не может следовать ${next}`,
    namesWithheld: (found) =>
      `назван человек, которого согласие для ${numbered(found)} не разрешает называть: измените текст`,
    mayNameWithheld: (found) =>
      `возможно, назван человек, которого согласие для ${numbered(found)} не разрешает называть: измените текст, или пусть редактор подтвердит, что речь о другом человеке (confirmedMentions)`,
    mayNameHidden:
      'возможно, назван человек, чью работу оценивают без имён, и пока нельзя сказать, какая она: измените текст или опубликуйте его, когда авторы будут раскрыты',
    mayNameGuardian: (found) =>
      `возможно, назван родитель или опекун автора ${numbered(found)}: проверьте, так ли задумано`,
    nameOrderUnclear:
      'автор показан без имени: согласие допускает краткую форму, но не видно, какое слово — имя. Напишите сначала имя, в конце фамилию, между ними имя отца (Рашад кызы, Рашад оглы)',
    namesNarrowedConsent:
      'назван автор, чьё согласие сужено или истекло: пусть редактор изменит текст или подтвердит, что речь о другом человеке (confirmedMentions)',
    namesErasedArtist:
      'назван автор, данные которого удалены: пусть редактор изменит текст или подтвердит, что речь о другом человеке (confirmedMentions)',
    confirmationOutdated: ({ field }) =>
      `это не хеш нынешнего текста ${field}: прочитайте текст заново и подтвердите то, что в нём сейчас`,
    notAFormerSlug: 'это не прежний адрес',
    currentSlug: 'это нынешний адрес: сначала задайте другой и опубликуйте его',
    usedBy: ({ kind, id, field }) => `используется: ${inWords(kinds, kind)} ${id} (${field})`,
    bothNames: ({ field }) => `это прежнее имя поля ${field}, а в строке есть оба с разными значениями`,
    pathOfOtherEvent: 'уже ведёт к другому событию',
    pathOfPage: 'это адрес страницы, которая в Sergi уже есть',
    externalIdOfLine: ({ line }) => `уже есть в строке ${line}, которая идёт раньше`,
    slugOfLine: ({ line }) => `уже есть в строке ${line}, которая идёт раньше`,
    pathOfLine: ({ line }) => `уже ведёт к материалу строки ${line}, которая идёт раньше`,
    lineChanged: 'отличается от импортированного: чтобы записать новое содержание, импортируйте с update',
    erasedSinceImport: 'материал был импортирован, а его событие затем удалено: повторно оно не импортируется',
    changedSinceImport: ({ version, updatedBy, updatedAt, fields }) =>
      `строка изменилась после импорта, и её событие тоже изменено: версия ${version} (${updatedBy}, ${updatedAt}) оставлена как есть. Различаются поля: ${list(fields)}`,
    filesLeftOut: ({ count, max }) => `в событии может быть не больше ${max} файлов: последние ${count} не взяты`,
    fileLeftOut: ({ because }) =>
      `файл не взят: редактор добавит его к событию позже и подтвердит. Причина: ${because}`,
    imagesLeftOut: ({ count, max }) => `в событии может быть не больше ${max} изображений: последние ${count} не взяты`,
    formatRequired: 'похоже и на HTML, и на Markdown: укажите, что это, — "format": "html" или "markdown"',
    readAsHtml: 'прочитано как HTML (если это не HTML, укажите "format": "markdown")',
    htmlLeftOut: ({ parts }) => `не удалось сохранить: ${list(parts)}`,
    htmlAsLinks: ({ parts }) => `превращено в ссылки: ${list(parts)}`,
    lostLetters: 'есть знак �: при записи архива потеряны буквы; запишите его заново в UTF-8',
    htmlSimplified: ({ parts }) => `упрощено: ${list(parts)}`,
    htmlImagesElsewhere: ({ addresses }) =>
      `показывает изображения, которые остаются на другом сайте: ${list(addresses)}`,
    notStorable: 'не удаётся сохранить',
    lineUnreadable: 'не удалось прочитать: причину в журнале найдут те, кто обслуживает сайт',
    itemUnreadable: 'не удаётся прочитать в том виде, в каком оно сохранено; оставлено как есть',
    jobGivenUp: ({ count }) =>
      `Работа ${plural(count, 'раз', 'раза', 'раз')} прерывалась на одном и том же месте и была прекращена. Запустите её ещё раз; если она снова не удастся, причину найдут в журнале функции publisher те, кто обслуживает сайт.`,
    importUploadRequired: 'не указано: npm run import делает загрузку из файла или url',
    urlWithCredentials: 'в адресе не должно быть имени и пароля',
    urlWithFragment: 'в адресе не должно быть фрагмента (#)',
    urlPort: ({ port }) => `указан порт ${port}; допустимы только 443 и порты от 1024`,
    urlNotPublic: 'ведёт к адресу, который не является общедоступным',
    jobNotFound: ({ id }) => `Задания ${id} нет.`,
    uploadNotFound: ({ id }) => `Загрузки ${id} нет.`,
    accountNotFound: ({ id }) => `Учётной записи ${id} нет.`,
    requestNotFound: ({ id }) => `Обращения ${id} нет.`,
    requestClosed: ({ id }) => `Обращение ${id} закрыто и больше не меняется.`,
    requestExtended: ({ id }) => `Срок обращения ${id} уже продлён, это можно сделать один раз.`,
    consentFormNotFound: ({ id }) => `У этой работы нет бланка ${id}.`,
    consentFormNotReady: ({ id }) => `Бланк ${id} ещё не поступил или отклонён: показать нечего.`,
    webhookNotFound: ({ id }) => `Вебхука ${id} нет.`,
    deliveryNotFound: ({ id, webhookId }) => `У вебхука ${webhookId} нет доставки ${id}.`,
    eventNotPublic: ({ id }) => `Из события ${id} ничего не опубликовано.`,
    exhibitionNotPublic: ({ id }) => `Из выставки ${id} ничего не опубликовано.`,
    previewNotFound: ({ id, eventId }) => `У события ${eventId} нет предпросмотра ${id}.`,
    exhibitionPreviewNotFound: ({ id, exhibitionId }) => `У выставки ${exhibitionId} нет предпросмотра ${id}.`,
    previewLinkInvalid: 'Эта ссылка не работает или уже не работает.',
    versionNotFound: ({ version, eventId }) => `У события ${eventId} нет версии ${version}.`,
    exhibitionVersionNotFound: ({ version, exhibitionId }) => `У выставки ${exhibitionId} нет версии ${version}.`,
    settingsVersionNotFound: ({ version }) => `У настроек нет версии ${version}.`,
    jurorNotFound: ({ id, exhibitionId }) => `${id} не входит в жюри выставки ${exhibitionId}.`,
    juryNotFound: ({ exhibitionId }) => `Вы не входите в жюри выставки ${exhibitionId}.`,
    workNotFound: ({ number }) => `Среди работ, которые вы оцениваете, нет работы № ${number}.`,
    erasedMeanwhile: 'Этого больше нет: материал тем временем удалили.',
    confirmationForEditors: 'Для confirmedMentions нужна роль editor: текст смотрит и подтверждает редактор.',
    ownChange: ({ id }) =>
      `Последнее изменение события ${id} внесли вы сами: на этом сайте его должен опубликовать другой сотрудник.`,
    eventActionForbidden: ({ id, stage, action, actors: names }) =>
      `Событие ${id}: ${inWords(eventStages, stage)}. Право ${ru.actions[action]} дано: ${who(names)}.`,
    eventActionImpossible: ({ id, stage, action }) =>
      `Событие ${id}: ${inWords(eventStages, stage)}. Сейчас никто не может ${ru.actions[action]}.`,
    exhibitionActionForbidden: ({ id, stage, action, actors: names }) =>
      `Выставка ${id}: ${inWords(exhibitionStages, stage)}. Право ${ru.actions[action]} дано: ${who(names)}.`,
    exhibitionActionImpossible: ({ id, stage, action }) =>
      `Выставка ${id}: ${inWords(exhibitionStages, stage)}. Сейчас никто не может ${ru.actions[action]}.`,
    tokenRevoked: 'Ваша роль изменилась, или учётная запись отключена. Войдите ещё раз.',
    ownAccount: 'Свою учётную запись никто не меняет: попросите другого администратора.',
    accountExists: ({ email }) => `У ${email} уже есть учётная запись.`,
    accountInUse: 'Этот человек уже входил, новое приглашение ему не нужно.',
    accountNotUsedYet: 'Этот человек ещё не входил, второго фактора, который можно сбросить, у него нет.',
    invitationsUsedUp: 'Сегодня больше нельзя отправить приглашений. Попробуйте завтра.',
    eventArchived: ({ id }) => `Событие ${id} в архиве.`,
    eventNotArchived: ({ id }) =>
      `Событие ${id} не в архиве: снимите его с публикации, отправьте в архив и затем удалите.`,
    eventPublished: ({ id }) => `Событие ${id} опубликовано: сначала снимите его с публикации.`,
    exhibitionArchived: ({ id }) => `Выставка ${id} в архиве: сначала верните её из архива.`,
    exhibitionPublished: ({ id }) => `Выставка ${id} опубликована: сначала снимите её с публикации.`,
    exhibitionNotErasable: ({ id }) =>
      `Выставка ${id} — не черновик, не снята с публикации и не в архиве: сначала снимите её, затем удалите.`,
    exhibitionErasing: ({ id }) =>
      `Выставка ${id} удаляется: добавить в неё ничего нельзя. Если она должна остаться, измените в ней что-нибудь и сохраните.`,
    exhibitionPublishing: ({ id }) => `Выставка ${id} сейчас публикуется. Попробуйте ещё раз через минуту.`,
    exhibitionCannotBecome: ({ id, status, next, allowed }) =>
      `Выставка ${id}: ${inWords(exhibitionStages, status)}. Состояние «${inWords(exhibitionStages, next)}» сейчас невозможно; возможно: ${list(allowed.map((one) => inWords(exhibitionStages, one)))}.`,
    ratingNotPrepared: ({ id }) =>
      `У работ выставки ${id} ещё нет номеров: редактору нужно ещё раз закрыть приём работ.`,
    numberMeansAnother: ({ number }) =>
      `Под номером ${number} теперь другая работа: ваша оценка не сохранена. Посмотрите работу и оцените её.`,
    revealBeforeSelection: ({ id }) => `Авторов выставки ${id} пока нельзя раскрыть: отбор не сделан.`,
    revealBeforeNumbers: ({ id }) =>
      `Авторов выставки ${id} пока нельзя раскрыть: номера не розданы. Закройте приём работ ещё раз.`,
    ratingIsBlind: ({ url }) => `Оценка идёт без имён: оценивайте работы по номерам здесь: ${url}`,
    ratedEntryWithdrawn: ({ entryNumber }) => `Работа № ${entryNumber} отозвана.`,
    entriesNotClosed: ({ id }) => `Выставка ${id} оценивается без имён: сначала закройте приём работ.`,
    uploadUnderWay: ({ id, state }) => `Загрузка ${id} ${uploadStates[state]}: удалить её можно, когда это закончится.`,
    uploadInUse: ({ id }) => `Загрузка ${id} используется, поэтому она сохраняется.`,
    setAsideNotFound: ({ id, queue }) => `Сообщения ${id} среди отложенного из очереди ${queue} уже нет.`,
    jobNotFailed: ({ id }) => `Задание ${id} не сорвалось или уже выполняется снова.`,
    jobOvertaken: ({ id }) => `То же делает более позднее задание: ${id}.`,
    redriveRunning: ({ queue }) => `Отложенное из очереди ${queue} уже возвращается в работу.`,
    tooManyWebhooks: ({ max }) =>
      `Есть ${plural(max, 'вебхук', 'вебхука', 'вебхуков')}, больше нельзя: сначала удалите один из них.`,
    webhookDisabled: ({ id }) => `Вебхук ${id} выключен: сначала включите его с помощью {"enabled": true}.`,
    deliveryInProgress: ({ id }) => `Доставка ${id} сейчас отправляется. Посмотрите ещё раз через минуту.`,
    idempotencyKeyReused: ({ id }) =>
      `С этим Idempotency-Key пришёл другой запрос, который создал ${id}. Изменение вносится в созданное, а для чего-то другого нужен свой ключ.`,
    versionConflict: ({ version, updatedBy }) =>
      `Текущая версия — ${version}, её записал пользователь ${updatedBy}. Прочитайте её и внесите изменение в неё.`,
    settingsConflict: ({ version }) => `Текущая версия настроек — ${version}. Прочитайте её и внесите изменение в неё.`,
    notReachedInTime:
      'Время запроса истекло, и до этой работы он не дошёл. В ней ничего не изменилось: отправьте её ещё раз.',
    uploadQuotaUsedUp: ({ files, gigabytes, until }) =>
      `Один человек может загрузить за день не больше ${genitive(files, 'файла', 'файлов')} и ${gigabytes} ГБ. Попробуйте ещё раз после ${until}.`,
    previewQuotaUsedUp: ({ max, until }) =>
      `Один человек может создать за час не больше ${genitive(max, 'предпросмотра', 'предпросмотров')}. Попробуйте ещё раз после ${until}.`,
    draftQuotaUsedUp: ({ max, until }) =>
      `Один человек может создать за день не больше ${max} событий и выставок. Попробуйте ещё раз после ${until}.`,
    entryQuotaUsedUp: ({ max, until }) =>
      `Один человек может добавить за день не больше ${genitive(max, 'работы', 'работ')}. Попробуйте ещё раз после ${until}.`,
    listsInPreparation: 'После обновления списки ещё готовятся. Попробуйте ещё раз через минуту.',
    withdrawnMediaLeft:
      'Событие снято с публикации, но его изображения ещё не удалены. Снимите его с публикации ещё раз.',
    'not-an-image': 'Файл не удаётся прочитать как изображение. Возможно, он повреждён или имеет другой формат?',
    damaged: 'Изображение повреждено, или файл неполон: его не удаётся прочитать до конца.',
    'wrong-type': ({ declared, found }) => `Файл заявлен как ${declared}, но на самом деле это ${found}.`,
    'heic-unreadable': 'Изображения HEIC здесь не читаются. Сохраните снимок в формате JPEG и отправьте его снова.',
    'too-many-pixels': ({ megapixels }) =>
      `В изображении более ${megapixels} млн пикселей. Отсканируйте его с более низким разрешением.`,
    'too-narrow': ({ width, height }) =>
      `Размер изображения — ${width} × ${height} пикселей: оно слишком узкое для своей высоты.`,
    'several-pages': ({ pages }) =>
      `Страниц в файле TIFF: ${pages}, а показана была бы только первая. Сохраните каждую страницу отдельным файлом.`,
    'wrong-length': ({ found, declared }) => `Размер файла — ${found} байт, а был заявлен размер ${declared} байт.`,
    'wrong-checksum': 'Это не тот файл, который был заявлен: его контрольная сумма SHA-256 не совпадает.',
    erased: 'Этот файл удалён по желанию человека: загружать его снова нельзя.',
    'not-a-document':
      'Это не PDF, DOCX, XLSX, ODT, ODS, CSV и не простой текст. Сохраните файл в одном из этих форматов и отправьте снова.',
    'damaged-document': 'Документ повреждён или неполон. Откройте его, сохраните заново и отправьте новый файл.',
    'has-macros': 'В документе есть макросы. Сохраните его без них как DOCX, XLSX, ODT, ODS или PDF и отправьте.',
    'has-script':
      'В PDF есть сценарий, действие, которое открывает программы или отправляет данные, или ссылка не на веб-страницу. Распечатайте его в новый PDF и отправьте.',
    'has-attachments':
      'Внутри документа есть другие файлы. Уберите их и отправьте отдельно или распечатайте документ в новый PDF.',
    'picture-metadata':
      'В документе есть изображение или фильм, из которого не убрать, где и кем он снят: HEIC, AVIF или повреждённый файл. Сохраните его как JPEG или PNG, вставьте вместо прежнего и отправьте документ снова.',
    'password-protected': 'Документ защищён паролем или от изменений. Сохраните его без защиты и отправьте.',
    'not-utf-8':
      'Текст не в кодировке UTF-8, UTF-16 или Windows-1251, или в нём есть не только текст. Сохраните его в UTF-8 и отправьте снова.',
    'is-markup': 'Это файл HTML, SVG или XML: такие не публикуются. Сохраните его как PDF или простой текст.',
    'too-complex':
      'Документ в распакованном виде слишком велик или слишком сложен. Разделите его или распечатайте в новый PDF.',
  },
};
