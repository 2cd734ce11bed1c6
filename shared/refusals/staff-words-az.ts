import type { StaffCatalogue } from './catalogue.ts';
import { list } from './reader-words-az.ts';

const actors = {
  juror: 'münsiflər heyətinin üzvü',
  foreign: 'yazar (contributor)',
  handed: 'materialın həvalə edildiyi yazar (contributor)',
  own: 'materialı yaradan yazar (contributor)',
  editor: 'redaktor',
  admin: 'administrator',
} as const;

const stages: Readonly<Record<string, string>> = {
  draft: 'qaralamadır',
  inReview: 'yoxlanılır',
  scheduled: 'dərc üçün planlaşdırılıb',
  published: 'dərc olunub',
  withdrawn: 'dərcdən çıxarılıb',
  archived: 'arxivləşdirilib',
  open: 'əsər qəbuluna açıqdır',
  selection: 'əsər qəbulunu bitirib',
  rating: 'əsər qəbulunu bitirib, əsərlər qiymətləndirilir',
  blind: 'əsər qəbulunu bitirib, əsərlər anonim qiymətləndirilir',
  selected: 'əsər qəbulunu bitirib, seçim edilib',
  revealed: 'əsər qəbulunu bitirib, müəlliflər açıqlanıb',
};

const statuses: Readonly<Record<string, string>> = {
  draft: 'qaralama',
  open: 'əsər qəbuluna açıq',
  selection: 'əsər qəbulu bitmiş',
  scheduled: 'dərc üçün planlaşdırılmış',
  published: 'dərc olunmuş',
  withdrawn: 'dərcdən çıxarılmış',
  archived: 'arxivləşdirilmiş',
};

const hiddenParts = {
  sheets: 'vərəqlər',
  rows: 'cədvəlin sətirləri',
  columns: 'cədvəlin sütunları',
  pivotSource: 'yığma cədvəlin mənbə məlumatı',
  text: 'mətn',
  deletedText: 'dəyişikliklər qeyd olunarkən silinmiş mətn',
  layers: 'laylar',
  drawings: 'şəkillər və fiqurlar',
  linkedValues: 'başqa fayllardan götürülmüş dəyərlər',
} as const;

const uploadStates = {
  unknown: 'məlum deyil',
  awaiting: 'hələ gözlənilir',
  processing: 'hələ emal olunur',
  ready: 'hazırdır',
  rejected: 'rədd edilib',
  expired: 'vaxtı bitib',
} as const;

const kinds: Readonly<Record<string, string>> = { event: 'tədbir', exhibition: 'sərgi', artwork: 'əsər' };

const inWords = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name;

const who = (names: readonly (keyof typeof actors)[]): string => names.map((name) => actors[name]).join(' və ya ');

/** Entries by their numbers: `3, 8 və daha 2 nömrəli`. */
const numbered = ({ entries, others }: { readonly entries: readonly number[]; readonly others: number }): string =>
  `${entries.join(', ')} nömrəli${others > 0 ? ` və daha ${others}` : ''}`;

/** The words of refusals in Azerbaijani. */
export const az: StaffCatalogue = {
  // Each is a noun phrase: "… hüququ" follows.
  actions: {
    readExhibition: 'sərgiyə baxmaq',
    changeExhibition: 'sərginin mətnlərini və məlumatlarını dəyişmək',
    setBlindRating: 'hələ əsər yoxdursa, anonim qiymətləndirməni açmaq və ya bağlamaq',
    enter: 'əsər əlavə etmək',
    readEntry: 'əsərə baxmaq',
    readArtist: 'əsərin müəllifini görmək',
    changeEntry: 'əsəri dəyişmək və ya geri götürmək',
    changeConsent: 'razılığı dəyişmək və ya geri götürmək',
    attachUpload: 'əsərin şəklini dəyişmək',
    eraseEntry: 'əsəri müəllifi ilə birlikdə silmək',
    findDuplicates: 'bir-birinə oxşayan əsərləri tapmaq',
    readMentions: 'mətnlərdə adı gizli saxlanılan iştirakçıların harada çəkildiyinə baxmaq',
    readHall: 'zal üçün çap olunanlara baxmaq',
    assignJurors: 'münsifləri təyin etmək və onların işinin gedişinə baxmaq',
    readWorks: 'münsiflərə verilən əsərlərə baxmaq',
    rate: 'əsəri qiymətləndirmək',
    readRanking: 'reytinqə baxmaq',
    select: 'seçim etmək',
    selectSighted: 'anonim qiymətləndirmədə müəlliflər açıqlandıqdan sonra seçimə əsər əlavə etmək',
    lookUp: 'anonim qiymətləndirmə zamanı əsərin müəllifini öyrənmək',
    reveal: 'müəllifləri açıqlamaq və qiymətləndirməni bitirmək',
    reopen: 'əsər qəbulunu yenidən açmaq',
    publishExhibition: 'sərgini dərc etmək',
    unpublishExhibition: 'sərgini dərcdən çıxarmaq',
    archiveExhibition: 'sərgini arxivləşdirmək',
    unarchiveExhibition: 'sərgini arxivdən çıxarmaq',
    previewExhibition: 'sərginin hazırkı vəziyyətinin önbaxışını yaratmaq',
    readExhibitionRevisions: 'sərginin əvvəlki versiyasına baxmaq və ya önbaxışını yaratmaq',
    restoreExhibition: 'sərginin əvvəlki versiyasını bərpa etmək',
    revokeExhibitionPreview: 'sərginin başqası tərəfindən yaradılmış önbaxışını ləğv etmək',
    readEvent: 'tədbirə baxmaq',
    changeEvent: 'tədbirin iş nüsxəsini dəyişmək',
    handOver: 'tədbiri başqa müəlliflərə həvalə etmək',
    archiveEvent: 'tədbiri arxivləşdirmək',
    unarchiveEvent: 'tədbiri arxivdən çıxarmaq',
    submitEvent: 'tədbiri yoxlamaya göndərmək',
    recallEvent: 'tədbiri yoxlamadan geri almaq',
    publishEvent: 'tədbiri dərc etmək',
    unpublishEvent: 'tədbiri dərcdən çıxarmaq',
    previewEvent: 'hazırkı versiyanın önbaxışını yaratmaq',
    readRevisions: 'əvvəlki versiyaya baxmaq və ya önbaxışını yaratmaq',
    revokePreview: 'başqasının önbaxışını ləğv etmək',
  },
  reasons: {
    tooManyBytes: ({ max }) => `ən çoxu ${max} bayt ola bilər`,
    invalidPath: 'yol deyil: yol çəpərxətlə (/) başlayır və boşluq ehtiva etmir',
    reservedPath: 'bu ünvan saytın özünə məxsusdur',
    invalidVersion: 'versiya nömrəsi olmalıdır',
    invalidWorkNumber: 'əsərin nömrəsi olmalıdır',
    invalidAuditItem: 'identifikator, növbənin adı və ya «site» olmalıdır',
    invalidPreviewToken: 'önbaxış keçidi deyil',
    emptyFile: 'fayl boşdur: bir bayt belə yoxdur',
    fileTooLarge: ({ maxBytes, maxMebibytes }) => `ən çoxu ${maxBytes} bayt (${maxMebibytes} MiB) ola bilər`,
    tooManyLines: ({ count, max }) =>
      `${count} sətir var; bir dəfəyə ən çoxu ${max} sətir göndərin (npm run import belə edir)`,
    inTheFuture: 'gələcək tarixdir',
    requiredBeside: ({ field }) => `${field} göstərilib, bu isə göstərilməyib`,
    dayLike: ({ field }) => `${field} kimi tarix olmalıdır`,
    timeLike: ({ field }) => `${field} kimi vaxt olmalıdır`,
    notBeside: ({ field }) => `${field} ilə birlikdə verilə bilməz: birini seçin`,
    exactlyOneOf: ({ fields }) => `bunlardan yalnız biri göstərilməlidir: ${list(fields)}`,
    needsRole: ({ role }) => `bunun üçün ${role} rolu lazımdır`,
    unknownEvent: 'belə tədbir yoxdur',
    unknownExhibition: 'belə sərgi yoxdur',
    unknownUpload: 'belə yükləmə yoxdur',
    unknownEventVersion: ({ eventId }) => `${eventId} tədbirinin belə versiyası yoxdur`,
    unknownExhibitionVersion: ({ exhibitionId }) => `${exhibitionId} sərgisinin belə versiyası yoxdur`,
    localeNotInVersion: ({ version }) => `${version} nömrəli versiya bu dildə yoxdur`,
    localeNotPublic: ({ locales }) => `bu dildə dərc olunmayıb: ${list(locales)}`,
    newDefaultLocale: 'saytda yeni dildir: əvvəlcə dili əlavə edin, sonra onu əsas dil edin',
    categoryInUse: ({ category, count }) =>
      `${category} bölməsində ${count} material var: əvvəlcə onları başqa bölməyə keçirin`,
    nothingToPublish: 'dərc edilə biləcək dil yoxdur',
    altRequired: 'göstərilməyib: şəkildə nə təsvir olunduğunu yazın',
    coverNotSelected: 'seçilmiş əsərlər arasında deyil: əsəri seçin və ya başqa üz şəkli göstərin',
    coverNotAmongPictures: 'şəkillər arasında deyil: onu şəkillərə əlavə edin və ya başqa üz şəkli göstərin',
    selectionRequired: 'göstərilməyib: hansı əsərlərin nümayiş etdiriləcəyinə qərar verin',
    publicAlready: 'gələcək vaxtdır, halbuki material artıq dərc olunub: əvvəlcə onu dərcdən çıxarın',
    endBeforePublication: 'dərc vaxtından əvvəldir və ya keçmişdədir',
    endInThePast: ({ end }) => `${end} idi: daha gec vaxt göstərin, müddət yoxdursa null yazın`,
    localeMustFollow: ({ locale }) => `dərc olunmuş ${locale} dili çatışmır: üz şəkli dəyişdiyi üçün onu da dərc edin`,
    textPictureAlt: ({ picture }) =>
      `${picture} şəklinin alternativ mətni yoxdur: nə təsvir olunduğunu yazın, məsələn ![dəzgah arxasında qadın](${picture})`,
    textPictureRefused: ({ picture, because }) => `mətndəki ${picture} şəkli: ${because}`,
    tooManyTextPictures: ({ max }) =>
      `şəkil həddindən çoxdur: mətndən kənardakılarla birlikdə ən çoxu ${max} ola bilər`,
    foreignPictures: ({ addresses }) =>
      `başqa saytların şəkilləri var, oxucu onları keçid kimi görür: ${list(addresses)}; göstərilməsi üçün onları yükləyin`,
    linkLeadsNowhere: ({ link }) =>
      `${link} keçidi həmin vaxt oxucunu heç yerə aparmır: əvvəlcə onu dərc edin və ya keçidi silin`,
    tooManyLinks: ({ max }) => `${max} tədbir və sərgidən çoxuna id ilə keçid verir`,
    unknownPage: 'bu saytda belə səhifə yoxdur',
    slugOfOtherPage: ({ slug }) => `${slug} başqa səhifənin, yaxud əvvəlki saytın başqa yerə aparan ünvanıdır`,
    notOfKind: ({ kind }) => `${kind} növündə belə sahə yoxdur`,
    kindStays: 'səhifə və ya bildirişin növü dəyişmir, başqa növ də onlara çevrilmir',
    slugOfOtherEvent: ({ slug }) => `${slug} başqa tədbirə məxsusdur`,
    slugOfOtherExhibition: ({ slug }) => `${slug} başqa sərgiyə məxsusdur`,
    uploadNotReady: ({ state }) => `yükləmə ${uploadStates[state]}: yalnız hazır yükləməni dərc etmək olar`,
    uploadRejected: ({ because }) => `rədd edilib: ${because}`,
    uploadNotPicture: 'sənəddir: onu tədbirin fayllarına əlavə edin',
    uploadNotDocument: 'şəkildir: onu şəkillərə əlavə edin',
    documentOfOther: 'başqa şəxs tərəfindən yüklənib: bu sənədi yalnız həmin şəxs və ya redaktor əlavə edə bilər',
    fileTitleRequired: 'göstərilməyib: faylın adını yazın',
    fileSigned:
      'imzalanıb, ona görə ondan heç nə silinə bilmir və oxucular içindəki hər şeyi alır: fayla baxın, sonra onun yükləməsini confirmedFiles siyahısına əlavə edin',
    fileShowsAuthors: ({ values }) =>
      `imzalanıb, ona görə onda və şəkillərində müəlliflər və yerlər haqqında məlumat silinə bilmir və oxucular onu görə bilər (${values}): fayla baxın, buna icazə varsa, onun yükləməsini confirmedFiles siyahısına əlavə edin`,
    fileHidesParts: ({ hidden }) =>
      `faylda onu açan hər kəsin görə biləcəyi gizli hissələr var: ${list(hidden.map((part) => inWords(hiddenParts, part)))}. Onları silib faylı yenidən yükləyin; oxucuların görməsinə icazə varsa, faylın yükləməsini confirmedFiles siyahısına əlavə edin`,
    fileNotRead:
      'dərc edilə bilməyən adlarla müqayisə oluna bilmir, çünki skan kimi mətni yoxdur və ya mətni həddən artıq çoxdur: faylı özünüz oxuyun, sonra onun yükləməsini confirmedFiles siyahısına əlavə edin',
    pictureNotAllowed:
      'göstərilməsinə icazə verilməyən və ya silinmiş əsərin şəklidir: başqa şəkil götürün və ya əvvəlcə razılığın daxil edilməsini xahiş edin',
    coverNotAllowed:
      'bu versiyanın üz şəkli göstərilməsinə icazə verilməyən və ya silinmiş əsərin şəklidir: başqa şəkil götürün və ya əvvəlcə razılığın daxil edilməsini xahiş edin',
    pictureErased: 'əsərlə birlikdə silinib: başqa şəkil götürün və ya şəkilsiz qoyun',
    pictureOfErasedArtwork:
      'artıq mövcud olmayan əsərin şəklidir: başqa şəkil götürün, şəkilsiz qoyun və ya əvvəlcə razılığı daxil edin',
    pictureOfEntry: ({ entryNumber, exhibitionId, because }) =>
      `${exhibitionId} sərgisindəki ${entryNumber} nömrəli əsərin şəklidir (${because}): başqa şəkil götürün, şəkilsiz qoyun və ya əvvəlcə razılığı daxil edin`,
    entryRefused: ({ entryNumber, because }) => `${entryNumber} nömrəli əsər: ${because}`,
    fieldRefused: ({ field, because }) => `${field} sahəsi: ${because}`,
    unknownArtwork: 'bu sərgidə belə əsər yoxdur',
    entryWithdrawn: 'geri götürülüb',
    entryHasStatus: ({ status }) => `statusu ${status}`,
    artistRequired: 'müəllif göstərilməyib',
    consentForbids: ({ because }) => `göstərilə bilməz: ${because}`,
    consentEndsBefore: ({ day }) => `göstərilməyəcək: razılığın müddəti ${day} tarixində, dərc başlamazdan əvvəl bitir`,
    artworkWithoutImage: 'şəkil yoxdur: uploadId göstərilməyib',
    artworkImageNotReady: ({ state }) => `şəkil hazır deyil: yükləmə ${uploadStates[state]}`,
    artworkWithoutTexts: 'saytın heç bir dilində ad və alternativ mətn yoxdur',
    artworkLacks: ({ field }) => `${field} göstərilməyib`,
    artworkLacksAlt: ({ field }) => `${field} göstərilməyib: əsərdə nə təsvir olunduğunu yazın`,
    notSelectable: 'hazırkı halda seçilə bilməz: səbəbini administrator öyrənə bilər',
    unknownJuryNumber: 'münsiflərdə belə nömrə yoxdur',
    numbersOnlyWhileBlind: 'nömrələr yalnız anonim qiymətləndirmə zamanı məlumdur',
    artworkIdsHidden: 'indi gizlidir: münsiflərə verilən nömrələri göstərin',
    entryNumbersUsedUp: ({ max }) => `göstərilməyib, halbuki ${max}-ə qədər bütün nömrələr verilib`,
    entryNumberTooHigh: ({ max, ahead }) =>
      `indi ən çoxu ${max} ola bilər: bu sərginin ən böyük nömrəsindən ${ahead} çox`,
    entryNumberTaken: ({ entryNumber }) => `${entryNumber} nömrəsi bu sərginin başqa əsərinə məxsusdur`,
    imageTaken: 'artıq başqa əsərin şəklidir',
    imageErased: 'başqa əsərlə birlikdə silinib və geri qaytarıla bilməz',
    imageOfOtherEntry: 'əvvəl başqa əsərin şəkli olub: onu yalnız yükləyən şəxs və ya redaktor götürə bilər',
    fileErased: 'şəxsin istəyi ilə silinmiş faylın nəzarət cəmidir: onu yenidən yükləmək olmaz',
    namesPerson: 'şəxsin adını çəkir: ad silinəndən sonra bu mətn qalır, onu adsız yazın',
    namedInExtension:
      'müddətin uzadılma səbəbində adı çəkilən şəxsə aiddir, ad silinəndən sonra isə həmin səbəb qalır: bu müraciəti bağlayın və onu adla, eyni alınma günü və adsız səbəblə yenidən daxil edin',
    toldTooLate: ({ dueOn }) =>
      `${dueOn} tarixindən sonradır: müddətin uzadılması barədə şəxsə müddət bitməzdən əvvəl bildirilməlidir`,
    tooManyMatches: ({ count }) => `${count} əsərə uyğun gəlir: daha dəqiq yazın`,
    blindRatingForEditors: 'bunu yalnız redaktor açıb-bağlaya bilər',
    blindRatingFixed: 'əsərlər olduqdan sonra dəyişdirilə bilməz',
    statusCannotFollow: ({ status, next }) => `${status} statusundan sonra ${next} gələ bilməz`,
    namesWithheld: (found) =>
      `${numbered(found)} əsərin razılığına görə adı çəkilməməli olan şəxsin adı çəkilir: mətni dəyişin`,
    mayNameWithheld: (found) =>
      `ola bilsin, ${numbered(found)} əsərin razılığına görə adı çəkilməməli olan şəxsin adı çəkilir: mətni dəyişin və ya redaktor başqa şəxsin nəzərdə tutulduğunu təsdiq etsin (confirmedMentions)`,
    mayNameHidden:
      'ola bilsin, əsəri anonim qiymətləndirilən şəxsin adı çəkilir və həmin əsərin hansı olduğu hələ gizlidir: mətni dəyişin və ya onu müəlliflər açıqlanandan sonra dərc edin',
    mayNameGuardian: (found) =>
      `ola bilsin, ${numbered(found)} əsərin müəllifinin valideyninin və ya qəyyumunun adı çəkilir: bunun düzgün olduğunu yoxlayın`,
    nameOrderUnclear:
      'müəllif adsız göstərilir: razılıq adın qısa formasına icazə verir, amma hansı sözün ad olduğu bilinmir. Əvvəl adı, sonda soyadı, arada ata adını yazın (Rəşad qızı, Rəşad oğlu)',
    namesNarrowedConsent:
      'razılığı məhdudlaşdırılmış və ya bitmiş müəllifin adı çəkilir: redaktor mətni dəyişsin və ya başqa şəxsin nəzərdə tutulduğunu təsdiq etsin (confirmedMentions)',
    namesErasedArtist:
      'məlumatları silinmiş müəllifin adı çəkilir: redaktor mətni dəyişsin və ya başqa şəxsin nəzərdə tutulduğunu təsdiq etsin (confirmedMentions)',
    confirmationOutdated: ({ field }) =>
      `${field} sahəsinin hazırkı mətninin heşi deyil: mətni yenidən oxuyun və indiki halını təsdiq edin`,
    notAFormerSlug: 'bu, onun əvvəlki ünvanı deyil',
    currentSlug: 'hazırkı ünvanıdır: əvvəlcə başqa ünvan verin və onu dərc edin',
    usedBy: ({ kind, id, field }) => `istifadə olunur: ${inWords(kinds, kind)} ${id} (${field})`,
    bothNames: ({ field }) => `${field} sahəsinin köhnə adıdır, sətirdə isə hər ikisi fərqli dəyərlərlə var`,
    pathOfOtherEvent: 'artıq başqa tədbirə aparır',
    pathOfPage: 'Sergi-də artıq mövcud olan səhifənin ünvanıdır',
    externalIdOfLine: ({ line }) => `daha əvvəl gələn ${line} nömrəli sətirdə də var`,
    slugOfLine: ({ line }) => `daha əvvəl gələn ${line} nömrəli sətirdə də var`,
    pathOfLine: ({ line }) => `artıq daha əvvəl gələn ${line} nömrəli sətrin materialına aparır`,
    lineChanged: 'idxal olunandan fərqlənir: indiki məzmunu yazmaq üçün update ilə idxal edin',
    erasedSinceImport: 'idxal olunub, tədbiri isə sonradan silinib: yenidən idxal olunmur',
    changedSinceImport: ({ version, updatedBy, updatedAt, fields }) =>
      `idxaldan sonra dəyişib, tədbiri də dəyişdirilib: ${version} nömrəli versiya (${updatedBy}, ${updatedAt}) olduğu kimi qaldı. Fərqlənən sahələr: ${list(fields)}`,
    filesLeftOut: ({ count, max }) => `tədbirdə ən çoxu ${max} fayl ola bilər: sonuncu ${count} fayl götürülmədi`,
    fileLeftOut: ({ because }) =>
      `fayl götürülmür: redaktor onu sonradan tədbirə əlavə edib təsdiqləyir. Səbəb: ${because}`,
    imagesLeftOut: ({ count, max }) => `tədbirdə ən çoxu ${max} şəkil ola bilər: sonuncu ${count} şəkil götürülmədi`,
    formatRequired:
      'həm HTML-ə, həm də Markdown-a oxşayır: "format": "html" və ya "markdown" ilə hansı olduğunu göstərin',
    readAsHtml: 'HTML kimi oxundu (HTML deyilsə, "format": "markdown" yazın)',
    htmlLeftOut: ({ parts }) => `saxlanıla bilmədi: ${list(parts)}`,
    htmlAsLinks: ({ parts }) => `keçidə çevrildi: ${list(parts)}`,
    lostLetters: '� işarəsi var: arxiv yazılarkən hərflər itib; onu UTF-8 ilə yenidən yazın',
    htmlSimplified: ({ parts }) => `sadələşdirildi: ${list(parts)}`,
    htmlImagesElsewhere: ({ addresses }) => `başqa saytda qalan şəkilləri göstərir: ${list(addresses)}`,
    notStorable: 'saxlanıla bilmir',
    lineUnreadable: 'oxuna bilmədi: saytı idarə edənlər səbəbi jurnalda tapa bilər',
    itemUnreadable: 'saxlanıldığı kimi oxuna bilmir və olduğu kimi qalıb',
    jobGivenUp: ({ count }) =>
      `İş eyni yerdə ${count} dəfə kəsildi və dayandırıldı. Onu yenidən başladın; yenə alınmasa, saytı idarə edənlər səbəbi publisher funksiyasının jurnalında tapa bilər.`,
    importUploadRequired: 'göstərilməyib: npm run import faylı və ya url-i yükləməyə çevirir',
    urlWithCredentials: 'istifadəçi adı və şifrə ola bilməz',
    urlWithFragment: 'fraqment (#) ola bilməz',
    urlPort: ({ port }) => `port ${port} göstərilib; yalnız 443 və 1024-dən yuxarı portlar istifadə olunur`,
    urlNotPublic: 'ümumi şəbəkədə olmayan ünvana aparır',
    jobNotFound: ({ id }) => `${id} işi yoxdur.`,
    uploadNotFound: ({ id }) => `${id} yükləməsi yoxdur.`,
    accountNotFound: ({ id }) => `${id} hesabı yoxdur.`,
    requestNotFound: ({ id }) => `${id} müraciəti yoxdur.`,
    requestClosed: ({ id }) => `${id} müraciəti bağlanıb və daha dəyişmir.`,
    requestExtended: ({ id }) => `${id} müraciətinin müddəti artıq uzadılıb, bunu yalnız bir dəfə etmək olar.`,
    consentFormNotFound: ({ id }) => `Bu əsərin ${id} formu yoxdur.`,
    consentFormNotReady: ({ id }) => `${id} formu hələ çatmayıb və ya qəbul edilməyib: göstərmək mümkün deyil.`,
    webhookNotFound: ({ id }) => `${id} vebhuku yoxdur.`,
    deliveryNotFound: ({ id, webhookId }) => `${webhookId} vebhukunun ${id} göndərişi yoxdur.`,
    eventNotPublic: ({ id }) => `${id} tədbirindən heç nə dərc olunmayıb.`,
    exhibitionNotPublic: ({ id }) => `${id} sərgisindən heç nə dərc olunmayıb.`,
    previewNotFound: ({ id, eventId }) => `${eventId} tədbirinin ${id} önbaxışı yoxdur.`,
    exhibitionPreviewNotFound: ({ id, exhibitionId }) => `${exhibitionId} sərgisinin ${id} önbaxışı yoxdur.`,
    previewLinkInvalid: 'Bu keçid işləmir və ya artıq işləmir.',
    versionNotFound: ({ version, eventId }) => `${eventId} tədbirinin ${version} nömrəli versiyası yoxdur.`,
    exhibitionVersionNotFound: ({ version, exhibitionId }) =>
      `${exhibitionId} sərgisinin ${version} nömrəli versiyası yoxdur.`,
    settingsVersionNotFound: ({ version }) => `Parametrlərin ${version} nömrəli versiyası yoxdur.`,
    jurorNotFound: ({ id, exhibitionId }) => `${id} ${exhibitionId} sərgisinin münsiflər heyətində deyil.`,
    juryNotFound: ({ exhibitionId }) => `Siz ${exhibitionId} sərgisinin münsiflər heyətində deyilsiniz.`,
    workNotFound: ({ number }) => `Qiymətləndirməyiniz üçün ${number} nömrəli əsər yoxdur.`,
    erasedMeanwhile: 'Artıq mövcud deyil: bu arada silinib.',
    confirmationForEditors:
      'confirmedMentions üçün editor rolu lazımdır: mətnə redaktor baxır və onu redaktor təsdiq edir.',
    ownChange: ({ id }) =>
      `${id} tədbirində son dəyişikliyi özünüz etmisiniz: bu saytda onu başqa əməkdaş dərc etməlidir.`,
    eventActionForbidden: ({ id, stage, action, actors: names }) =>
      `${id} tədbiri ${inWords(stages, stage)}. Bu hüquq (${az.actions[action]}) yalnız onlara məxsusdur: ${who(names)}.`,
    eventActionImpossible: ({ id, stage, action }) =>
      `${id} tədbiri ${inWords(stages, stage)}. İndi bunu heç kim edə bilməz: ${az.actions[action]}.`,
    exhibitionActionForbidden: ({ id, stage, action, actors: names }) =>
      `${id} sərgisi ${inWords(stages, stage)}. Bu hüquq (${az.actions[action]}) yalnız onlara məxsusdur: ${who(names)}.`,
    exhibitionActionImpossible: ({ id, stage, action }) =>
      `${id} sərgisi ${inWords(stages, stage)}. İndi bunu heç kim edə bilməz: ${az.actions[action]}.`,
    tokenRevoked: 'Rolunuz dəyişib və ya hesabınız bağlanıb. Yenidən daxil olun.',
    ownAccount: 'Heç kim öz hesabını dəyişmir: başqa admindən xahiş edin.',
    accountExists: ({ email }) => `${email} ünvanının artıq hesabı var.`,
    accountInUse: 'Bu şəxs artıq daxil olub, ona yeni dəvət lazım deyil.',
    accountNotUsedYet: 'Bu şəxs hələ daxil olmayıb, yenidən qurulacaq ikinci təsdiq vasitəsi yoxdur.',
    invitationsUsedUp: 'Bu gün daha dəvət göndərmək olmur. Sabah yenidən cəhd edin.',
    eventArchived: ({ id }) => `${id} tədbiri arxivləşdirilib.`,
    eventNotArchived: ({ id }) =>
      `${id} tədbiri arxivləşdirilməyib: əvvəlcə dərcdən çıxarın, arxivləşdirin, sonra silin.`,
    eventPublished: ({ id }) => `${id} tədbiri dərc olunub: əvvəlcə onu dərcdən çıxarın.`,
    exhibitionArchived: ({ id }) => `${id} sərgisi arxivləşdirilib: əvvəlcə onu arxivdən çıxarın.`,
    exhibitionPublished: ({ id }) => `${id} sərgisi dərc olunub: əvvəlcə onu dərcdən çıxarın.`,
    exhibitionNotErasable: ({ id }) =>
      `${id} sərgisi nə qaralamadır, nə dərcdən çıxarılıb, nə də arxivdədir: əvvəlcə dərcdən çıxarın, sonra silin.`,
    exhibitionErasing: ({ id }) =>
      `${id} sərgisi silinir: ona heç nə əlavə etmək olmaz. Qalmalıdırsa, onda nəyisə dəyişib yadda saxlayın.`,
    exhibitionPublishing: ({ id }) => `${id} sərgisi hazırda dərc olunur. Bir azdan yenidən cəhd edin.`,
    exhibitionCannotBecome: ({ id, status, next, allowed }) =>
      `${id} sərgisinin vəziyyəti: ${inWords(statuses, status)}. «${inWords(statuses, next)}» ola bilməz; mümkün olan: ${list(allowed.map((one) => inWords(statuses, one)))}.`,
    ratingNotPrepared: ({ id }) =>
      `${id} sərgisinin əsərlərinə hələ nömrə verilməyib: redaktor əsər qəbulunu bir daha bağlamalıdır.`,
    numberMeansAnother: ({ number }) =>
      `${number} nömrəsi indi başqa əsərə aiddir: verdiyiniz qiymət saxlanılmadı. Əsərə baxıb qiymətləndirin.`,
    revealBeforeSelection: ({ id }) => `${id} sərgisinin müəlliflərini hələ açıqlamaq olmaz: seçim edilməyib.`,
    revealBeforeNumbers: ({ id }) =>
      `${id} sərgisinin müəlliflərini hələ açıqlamaq olmaz: nömrələr verilməyib. Əsər qəbulunu yenidən bağlayın.`,
    ratingIsBlind: ({ url }) => `Qiymətləndirmə anonimdir: əsərləri nömrələri ilə burada qiymətləndirin: ${url}`,
    ratedEntryWithdrawn: ({ entryNumber }) => `${entryNumber} nömrəli əsər geri götürülüb.`,
    entriesNotClosed: ({ id }) => `${id} sərgisi anonim qiymətləndirilir: əvvəlcə əsər qəbulunu bağlayın.`,
    uploadUnderWay: ({ id, state }) => `${id} yükləməsi ${uploadStates[state]}: bitdikdən sonra silmək olar.`,
    uploadInUse: ({ id }) => `${id} yükləməsi istifadə olunur, ona görə də saxlanılır.`,
    setAsideNotFound: ({ id, queue }) => `${id} mesajı artıq ${queue} növbəsində kənara qoyulanların arasında deyil.`,
    jobNotFailed: ({ id }) => `${id} işi uğursuz olmayıb və ya artıq yenidən başlayıb.`,
    jobOvertaken: ({ id }) => `Bunu sonrakı iş görür: ${id}.`,
    redriveRunning: ({ queue }) => `${queue} növbəsində kənara qoyulanlar artıq geri qaytarılır.`,
    tooManyWebhooks: ({ max }) => `${max} vebhuk var, bundan çox ola bilməz: əvvəlcə birini silin.`,
    webhookDisabled: ({ id }) => `${id} vebhuku söndürülüb: əvvəlcə onu {"enabled": true} ilə yandırın.`,
    deliveryInProgress: ({ id }) => `${id} göndərişi hazırda göndərilir. Bir azdan yenidən baxın.`,
    idempotencyKeyReused: ({ id }) =>
      `Bu Idempotency-Key başqa sorğu ilə göndərilib, həmin sorğu ${id} yaradıb. Dəyişiklik onda edilməlidir; başqa bir şey üçün ayrıca açar lazımdır.`,
    versionConflict: ({ version, updatedBy }) =>
      `Hazırkı versiya ${version}-dir, onu ${updatedBy} yazıb. Onu oxuyun və dəyişikliyinizi onda edin.`,
    settingsConflict: ({ version }) =>
      `Parametrlərin hazırkı versiyası ${version}-dir. Onu oxuyun və dəyişikliyinizi onda edin.`,
    notReachedInTime: 'Sorğunun vaxtı bu əsərə çatmadan bitdi. Onda heç nə dəyişməyib: yenidən göndərin.',
    uploadQuotaUsedUp: ({ files, gigabytes, until }) =>
      `Bir nəfər gündə ən çoxu ${files} fayl və ${gigabytes} GB yükləyə bilər. ${until} vaxtından sonra yenidən cəhd edin.`,
    previewQuotaUsedUp: ({ max, until }) =>
      `Bir nəfər saatda ən çoxu ${max} önbaxış yarada bilər. ${until} vaxtından sonra yenidən cəhd edin.`,
    draftQuotaUsedUp: ({ max, until }) =>
      `Bir nəfər gündə ən çoxu ${max} yeni tədbir və sərgi yarada bilər. ${until} vaxtından sonra yenidən cəhd edin.`,
    entryQuotaUsedUp: ({ max, until }) =>
      `Bir nəfər gündə ən çoxu ${max} əsər əlavə edə bilər. ${until} vaxtından sonra yenidən cəhd edin.`,
    listsInPreparation: 'Yenilənmədən sonra siyahılar hazırlanır. Bir azdan yenidən cəhd edin.',
    withdrawnMediaLeft: 'Tədbir dərcdən çıxarılıb, lakin şəkilləri hələ silinməyib. Onu yenidən dərcdən çıxarın.',
    'not-an-image': 'Fayl oxuna bilən şəkil deyil. Bəlkə zədələnib və ya başqa formatdadır?',
    damaged: 'Şəkil zədələnib və ya yarımçıqdır: onu sona qədər oxumaq mümkün deyil.',
    'wrong-type': ({ declared, found }) => `Fayl ${declared} kimi göstərilib, əslində isə ${found} formatındadır.`,
    'heic-unreadable': 'HEIC formatlı şəkillər burada oxunmur. Şəkli JPEG formatında yadda saxlayıb yenidən göndərin.',
    'too-many-pixels': ({ megapixels }) =>
      `Şəkil ${megapixels} milyon pikseldən böyükdür. Onu daha aşağı ayırdetmə ilə skan edin.`,
    'too-narrow': ({ width, height }) =>
      `Şəklin ölçüsü ${width} × ${height} pikseldir: hündürlüyünə görə həddən artıq ensizdir.`,
    'several-pages': ({ pages }) =>
      `TIFF faylında ${pages} səhifə var, onlardan yalnız birincisi göstərilərdi. Hər səhifəni ayrıca fayl kimi yadda saxlayın.`,
    'wrong-length': ({ found, declared }) => `Faylın ölçüsü ${found} baytdır, halbuki ${declared} bayt göstərilmişdi.`,
    'wrong-checksum': 'Bu, göstərilən fayl deyil: onun SHA-256 nəzarət cəmi fərqlidir.',
    erased: 'Bu fayl şəxsin istəyi ilə silinib: onu yenidən yükləmək olmaz.',
    'not-a-document':
      'Fayl PDF, DOCX, XLSX, ODT, ODS, CSV və ya sadə mətn deyil. Onu bu formatlardan birində yadda saxlayıb yenidən göndərin.',
    'damaged-document': 'Sənəd zədələnib və ya yarımçıqdır. Onu açın, yenidən yadda saxlayın və həmin faylı göndərin.',
    'has-macros': 'Sənəddə makroslar var. Onu makrossuz, DOCX, XLSX, ODT, ODS və ya PDF kimi yadda saxlayıb göndərin.',
    'has-script':
      'PDF-də skript, proqram açan və ya məlumat göndərən əməliyyat, yaxud veb səhifəyə aparmayan keçid var. Onu yeni PDF-ə çap edib göndərin.',
    'has-attachments':
      'Sənədin içində başqa fayllar var. Onları çıxarıb ayrıca göndərin və ya sənədi yeni PDF-ə çap edin.',
    'picture-metadata':
      'Sənəddə harada və kim tərəfindən çəkildiyi silinə bilməyən şəkil və ya film var: HEIC, AVIF və ya zədələnmiş fayl. Onu JPEG və ya PNG kimi yadda saxlayın, əvəzinə həmin faylı yerləşdirin və sənədi yenidən göndərin.',
    'password-protected': 'Sənəd şifrə ilə və ya dəyişikliklərdən qorunur. Onu qorumasız yadda saxlayıb göndərin.',
    'not-utf-8':
      'Mətn UTF-8, UTF-16 və ya Windows-1251 kodlaşdırmasında deyil, yaxud mətn olmayan baytlar var. Onu UTF-8 ilə yadda saxlayıb yenidən göndərin.',
    'is-markup':
      'Fayl HTML, SVG və ya XML-dir, belə fayllar dərc olunmur. Onu PDF və ya sadə mətn kimi yadda saxlayın.',
    'too-complex':
      'Sənəd açıldıqdan sonra həddən artıq böyük və ya mürəkkəbdir. Onu hissələrə bölün və ya yeni PDF-ə çap edin.',
  },
};
