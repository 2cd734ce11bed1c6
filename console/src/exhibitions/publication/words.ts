import type { InLanguages } from '../../words/words.ts';

const en = {
  title: (status: string) => `Where it is: ${status}`,
  moved: (status: string) => `Its status is now: ${status}.`,
  saveFirst: 'Save first: moving on makes another version.',
  /** Each step: its button, what is asked, what it will do, and how that is confirmed. */
  moves: {
    draft: {
      button: 'Back to draft …',
      title: 'Make it a draft again?',
      effect: 'It says that the call has not begun. What was entered stays, and nobody outside the staff notices.',
      confirm: 'Back to draft',
    },
    open: {
      button: 'Open for entries …',
      title: 'Open it for entries?',
      effect: 'From now on works are taken. Nothing becomes public. You can make it a draft again at any time.',
      confirm: 'Open for entries',
    },
    reopen: {
      button: 'Take entries again …',
      title: 'Take entries again?',
      effect:
        'Works can be entered and changed by contributors again, and the jury cannot rate meanwhile. What was entered and rated stays.',
      confirm: 'Take entries again',
    },
    reopenBlind: {
      button: 'Take entries again …',
      title: 'End the blind rating and take entries again?',
      effect:
        'Everybody who may read entries sees again whose the works are. When entries are closed the next time, new numbers are drawn, and the record says that the names had been seen.',
      confirm: 'End it and take entries',
    },
    close: {
      button: 'Close entries …',
      title: 'Close entries?',
      effect:
        'Contributors can enter and change works no more; editors still can. The jury can rate. Nothing becomes public. You can take entries again later.',
      confirm: 'Close entries',
    },
    closeBlind: {
      button: 'Close entries and rate blind …',
      title: 'Close entries and begin the blind rating?',
      effect:
        'Each work gets a number by lot, and the jury knows it by nothing else. Until the artists are revealed nobody but an administrator can see or change whose a work is, and no work can be entered or changed. Check names, consent and scans before.',
      confirm: 'Close entries and draw the numbers',
    },
    select: {
      button: 'Back to the selection …',
      title: 'Go back to the selection?',
      effect: 'Works can be selected anew. Nothing becomes public.',
      confirm: 'Back to the selection',
    },
  },
  dropsSelection: 'The selection is dropped: works are selected anew once entries are closed.',
  publishing: 'It is being published.',
  publishingHelp: 'Pictures of all works are copied. You can leave this page: it goes on.',
  copied: (done: number, total: number) => `${done} of ${total} pictures and files are copied.`,
  failed: 'The last publication did not come about. Nothing of it is public that was not before.',
  failedForEditors: 'Editors see why.',
  revealFirst: 'It can be published once the artists are revealed and works are selected.',
  selectFirst: 'It can be published once works are selected.',
  publishHelp: (works: number) =>
    works === 1
      ? 'The texts become public together with the selected work.'
      : `The texts become public together with the ${works} selected works.`,
  erase: 'Erase for good …',
  eraseTitle: (title: string) => `Erase “${title}” for good?`,
  eraseHelp:
    'The text, all its versions, every work with its artist, consent, scans and ratings are deleted, and cannot be brought back. Its addresses say that it was withdrawn.',
  eraseType: (title: string) => `To confirm, type its title: ${title}`,
  eraseWrong: 'That is not its title.',
  eraseConfirm: 'Erase',
  erasing: (works: number) => `Erasing … ${works} works are gone.`,
  eraseStopped: (works: number) =>
    `Stopped: ${works} works are gone for good. The exhibition and what is left of it stay until you erase them.`,
  erased: (works: number) => `It is erased, with ${works} works.`,
};

export type StageWords = typeof en;

/** What is said of the way of an exhibition, and of its publication beside what is said of all. */
export const stageWords: InLanguages<StageWords> = {
  en,
  az: {
    title: (status) => `Mərhələ: ${status}`,
    moved: (status) => `Yeni vəziyyət: ${status}.`,
    saveFirst: 'Əvvəlcə yadda saxlayın: mərhələ dəyişəndə yeni versiya yaranır.',
    moves: {
      draft: {
        button: 'Qaralamaya qaytar …',
        title: 'Yenidən qaralama olsun?',
        effect: 'Bu, müsabiqənin hələ başlamadığını bildirir. Daxil edilənlər qalır, kənardan heç kim bunu görmür.',
        confirm: 'Qaralamaya qaytar',
      },
      open: {
        button: 'Əsərlərin qəbulunu aç …',
        title: 'Əsərlərin qəbulu açılsın?',
        effect: 'Bundan sonra əsərlər qəbul olunur. Heç nə dərc edilmir. İstənilən vaxt qaralamaya qaytarmaq olar.',
        confirm: 'Qəbulu aç',
      },
      reopen: {
        button: 'Əsərləri yenidən qəbul et …',
        title: 'Əsərlər yenidən qəbul olunsun?',
        effect:
          'Müəlliflər əsərləri yenidən daxil edə və dəyişə bilər, bu müddətdə münsiflər qiymətləndirə bilmir. Daxil edilənlər və qiymətlər qalır.',
        confirm: 'Yenidən qəbul et',
      },
      reopenBlind: {
        button: 'Əsərləri yenidən qəbul et …',
        title: 'Adsız qiymətləndirmə dayandırılsın və əsərlər yenidən qəbul olunsun?',
        effect:
          'Əsərləri oxuya bilən hər kəs onların kimə məxsus olduğunu yenidən görəcək. Qəbul növbəti dəfə bağlananda yeni nömrələr çəkiləcək və adların görüldüyü qeyd olunacaq.',
        confirm: 'Dayandır və qəbul et',
      },
      close: {
        button: 'Əsərlərin qəbulunu bağla …',
        title: 'Əsərlərin qəbulu bağlansın?',
        effect:
          'Müəlliflər artıq əsər daxil edə və dəyişə bilməyəcək, redaktorlar isə biləcək. Münsiflər qiymətləndirə bilər. Heç nə dərc edilmir. Qəbulu sonra yenidən açmaq olar.',
        confirm: 'Qəbulu bağla',
      },
      closeBlind: {
        button: 'Qəbulu bağla və adsız qiymətləndir …',
        title: 'Qəbul bağlansın və adsız qiymətləndirmə başlasın?',
        effect:
          'Hər əsərə püşklə nömrə verilir və münsiflər onu yalnız bu nömrə ilə tanıyır. Müəlliflər açıqlanana qədər əsərin kimə məxsus olduğunu yalnız administrator görə və dəyişə bilər; heç bir əsər daxil edilə və dəyişdirilə bilməz. Əvvəlcə adları, razılıqları və şəkilləri yoxlayın.',
        confirm: 'Qəbulu bağla və nömrələri çək',
      },
      select: {
        button: 'Seçimə qayıt …',
        title: 'Seçimə qayıdılsın?',
        effect: 'Əsərləri yenidən seçmək olar. Heç nə dərc edilmir.',
        confirm: 'Seçimə qayıt',
      },
    },
    dropsSelection: 'Seçim ləğv olunur: qəbul bağlanandan sonra əsərlər yenidən seçilir.',
    publishing: 'Sərgi dərc olunur.',
    publishingHelp: 'Bütün əsərlərin şəkilləri kopyalanır. Bu səhifədən çıxa bilərsiniz: iş davam edir.',
    copied: (done, total) => `${total} şəkil və fayldan ${done} kopyalanıb.`,
    failed: 'Son dərc baş tutmadı. Əvvəl görünməyən heç nə dərc olunmayıb.',
    failedForEditors: 'Səbəbini redaktorlar görür.',
    revealFirst: 'Müəlliflər açıqlanandan və əsərlər seçiləndən sonra dərc etmək olar.',
    selectFirst: 'Əsərlər seçiləndən sonra dərc etmək olar.',
    publishHelp: (works) => `Mətnlər seçilmiş əsərlərlə (${works}) birlikdə dərc olunacaq.`,
    erase: 'Birdəfəlik sil …',
    eraseTitle: (title) => `“${title}” birdəfəlik silinsin?`,
    eraseHelp:
      'Mətn, bütün versiyaları, hər əsər müəllifi, razılığı, şəkilləri və qiymətləri ilə birlikdə silinəcək və geri qaytarıla bilməyəcək. Ünvanları onun dərcdən çıxarıldığını bildirəcək.',
    eraseType: (title) => `Təsdiq üçün başlığını yazın: ${title}`,
    eraseWrong: 'Bu, onun başlığı deyil.',
    eraseConfirm: 'Sil',
    erasing: (works) => `Silinir … ${works} əsər silinib.`,
    eraseStopped: (works) =>
      `Dayandırıldı: ${works} əsər birdəfəlik silindi. Sərgi və qalan əsərlər siz silənə qədər qalır.`,
    erased: (works) => `Sərgi ${works} əsərlə birlikdə silindi.`,
  },
  ru: {
    title: (status) => `Этап: ${status}`,
    moved: (status) => `Новое состояние: ${status}.`,
    saveFirst: 'Сначала сохраните: переход на другой этап создаёт новую версию.',
    moves: {
      draft: {
        button: 'Вернуть в черновики …',
        title: 'Снова сделать черновиком?',
        effect: 'Это значит, что конкурс ещё не начался. Внесённое остаётся, снаружи этого никто не заметит.',
        confirm: 'Вернуть в черновики',
      },
      open: {
        button: 'Открыть приём работ …',
        title: 'Открыть приём работ?',
        effect: 'С этого времени принимают работы. Ничего не публикуется. Вернуть в черновики можно в любое время.',
        confirm: 'Открыть приём',
      },
      reopen: {
        button: 'Снова принимать работы …',
        title: 'Снова принимать работы?',
        effect:
          'Авторы снова смогут вносить и менять работы, жюри в это время не оценивает. Внесённое и оценки остаются.',
        confirm: 'Снова принимать',
      },
      reopenBlind: {
        button: 'Снова принимать работы …',
        title: 'Прекратить оценку без имён и снова принимать работы?',
        effect:
          'Все, кто может читать работы, снова увидят, чьи они. При следующем закрытии приёма номера выпадут заново, и будет записано, что имена уже видели.',
        confirm: 'Прекратить и принимать',
      },
      close: {
        button: 'Закрыть приём работ …',
        title: 'Закрыть приём работ?',
        effect:
          'Авторы больше не смогут вносить и менять работы, редакторы смогут. Жюри может оценивать. Ничего не публикуется. Приём можно открыть снова.',
        confirm: 'Закрыть приём',
      },
      closeBlind: {
        button: 'Закрыть приём и оценивать без имён …',
        title: 'Закрыть приём и начать оценку без имён?',
        effect:
          'Каждая работа получает номер по жребию, и жюри знает её только по нему. Пока имена не раскрыты, увидеть и изменить, чья это работа, может только администратор; внести или изменить работу нельзя. Проверьте до этого имена, согласия и изображения.',
        confirm: 'Закрыть и бросить жребий',
      },
      select: {
        button: 'Вернуться к отбору …',
        title: 'Вернуться к отбору?',
        effect: 'Работы можно отобрать заново. Ничего не публикуется.',
        confirm: 'Вернуться к отбору',
      },
    },
    dropsSelection: 'Отбор отменяется: когда приём закроют, работы отбирают заново.',
    publishing: 'Выставка публикуется.',
    publishingHelp: 'Копируются изображения всех работ. Страницу можно закрыть: это продолжится.',
    copied: (done, total) => `Скопировано изображений и файлов: ${done} из ${total}.`,
    failed: 'Последняя публикация не состоялась. Ничего нового не опубликовано.',
    failedForEditors: 'Причину видят редакторы.',
    revealFirst: 'Опубликовать можно, когда имена раскрыты и работы отобраны.',
    selectFirst: 'Опубликовать можно, когда работы отобраны.',
    publishHelp: (works) => `Тексты будут опубликованы вместе с отобранными работами (${works}).`,
    erase: 'Удалить навсегда …',
    eraseTitle: (title) => `Удалить «${title}» навсегда?`,
    eraseHelp:
      'Текст, все его версии, каждая работа с автором, согласием, изображениями и оценками будут удалены, вернуть их нельзя. Адреса сообщат, что выставка снята с публикации.',
    eraseType: (title) => `Для подтверждения введите заголовок: ${title}`,
    eraseWrong: 'Заголовок другой.',
    eraseConfirm: 'Удалить',
    erasing: (works) => `Удаление … удалено работ: ${works}.`,
    eraseStopped: (works) =>
      `Остановлено. Удалено работ навсегда: ${works}. Выставка и всё, что в ней осталось, сохраняются, пока вы их не удалите.`,
    erased: (works) => `Выставка удалена, работ в ней: ${works}.`,
  },
};
