import { russianForm } from '../words/russian-form.ts';
import type { InLanguages } from '../words/words.ts';
import type { Points } from './kept-ratings.ts';

const en = {
  waits: {
    connection: 'There is no connection. Your points are kept on this device, and sent as soon as there is one.',
    busy: 'Your points are not taken yet. They are kept on this device, and sent again by themselves.',
  },
  sentMany: (count: number) => `${count} ratings that waited have been sent.`,
  refused: (count: number) =>
    count === 1
      ? 'One rating was not taken. The work says why.'
      : `${count} ratings were not taken. The works say why.`,
  refusedOfGone: (count: number) =>
    `${count === 1 ? 'One rating was' : `${count} ratings were`} not taken. Your jury’s page says why.`,
  overtaken: ({ score }: Points) =>
    `Meanwhile you have rated this work on another device${score === undefined ? '' : ` (points: ${score})`}. Give your points or write your comment again, or discard what is here.`,
};

/** What is said of ratings on their way, whichever screen is open. */
export const sendWords: InLanguages<typeof en> = {
  en,
  az: {
    waits: {
      connection: 'Bağlantı yoxdur. Ballarınız bu cihazda saxlanılır və bağlantı bərpa olunan kimi göndəriləcək.',
      busy: 'Ballarınız hələ qəbul edilmədi. Onlar bu cihazda saxlanılır və avtomatik olaraq yenidən göndəriləcək.',
    },
    sentMany: (count) => `Gözləyən ${count} qiymət göndərildi.`,
    refused: (count) => `Qəbul olunmayan qiymətlərin sayı: ${count}. Səbəbi əsərin yanında yazılıb.`,
    refusedOfGone: (count) =>
      `Qəbul olunmayan qiymətlərin sayı: ${count}. Səbəbi münsiflər heyətinizin səhifəsində yazılıb.`,
    overtaken: ({ score }) =>
      `Bu arada əsəri başqa cihazda qiymətləndirmisiniz${score === undefined ? '' : ` (bal: ${score})`}. Yenidən bal verin və ya rəy yazın, yaxud buradakını ləğv edin.`,
  },
  ru: {
    waits: {
      connection: 'Нет связи. Ваши баллы хранятся на этом устройстве и будут отправлены, как только она появится.',
      busy: 'Ваши баллы пока не приняты. Они хранятся на этом устройстве и будут отправлены снова автоматически.',
    },
    sentMany: (count) =>
      `${russianForm(count, 'Отправлена', 'Отправлены', 'Отправлено')} ${count} ${russianForm(count, 'оценка', 'оценки', 'оценок')}, ${russianForm(count, 'которая ждала', 'которые ждали', 'которые ждали')} отправки.`,
    refused: (count) =>
      `Не ${russianForm(count, 'принята', 'приняты', 'принято')} ${count} ${russianForm(count, 'оценка', 'оценки', 'оценок')}. Причина указана у работы.`,
    refusedOfGone: (count) =>
      `Не ${russianForm(count, 'принята', 'приняты', 'принято')} ${count} ${russianForm(count, 'оценка', 'оценки', 'оценок')}. Причина указана на странице вашего жюри.`,
    overtaken: ({ score }) =>
      `За это время вы оценили работу на другом устройстве${score === undefined ? '' : ` (баллы: ${score})`}. Поставьте баллы или напишите комментарий снова либо откажитесь от оценки с этого устройства.`,
  },
};
