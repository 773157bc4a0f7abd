/**
 * The word that Outlook and Exchange put before the title of a cancelled meeting, followed by a colon. They leave
 * STATUS unchanged, set the time to free and use the organiser's language. In the order of Office's languages.
 */
const PREFIXES = [
  'canceled',
  'cancelled',
  'abgesagt',
  'storniert',
  'annulé',
  'annulée',
  'cancelado',
  'cancelada',
  'cancel·lat',
  'cancel·lada',
  'bertan behera utzita',
  'annullato',
  'annullata',
  'geannuleerd',
  'aflyst',
  'annulleret',
  'avlyst',
  'inställt',
  'inställd',
  'avbokat',
  'avbokad',
  'aflýst',
  'peruutettu',
  'peruttu',
  'tühistatud',
  'atcelts',
  'atcelta',
  'atšaukta',
  'atšauktas',
  'odwołane',
  'odwołano',
  'anulowane',
  'anulowano',
  'zrušeno',
  'zrušené',
  'zrušená',
  'lemondva',
  'lemondott',
  'törölve',
  'visszavonva',
  'anulat',
  'anulată',
  'revocat',
  'revocată',
  'otkazano',
  'отказано',
  'preklicano',
  'odpovedano',
  'отменено',
  'отменена',
  'отменен',
  'отменён',
  'отмена',
  'отказана',
  'скасовано',
  'болдырылмады',
  'бас тартылды',
  'ακυρώθηκε',
  'ακυρωμένη',
  'ακυρωμένο',
  'ακύρωση',
  'iptal edildi',
  'iptal',
  'ləğv edildi',
  'בוטל',
  'בוטלה',
  'מבוטל',
  'تم الإلغاء',
  'تم إلغاؤه',
  'ملغى',
  'ملغاة',
  'لغو شد',
  'لغو شده',
  'रद्द किया गया',
  'रद्द',
  'ยกเลิก',
  'ยกเลิกแล้ว',
  'đã hủy',
  'đã huỷ',
  'đã hủy bỏ',
  'dibatalkan',
  'キャンセル済み',
  'キャンセル',
  '取り消し済み',
  '中止',
  '已取消',
  '取消',
  '취소됨',
  '취소',
];

/** Turkish capital İ becomes two characters in lower case. */
const plain = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i');

const known = new Set(PREFIXES.map(plain));

/** A few words, then a colon: full-width in Chinese and Japanese, after a space in French. */
const BEFORE_COLON = /^\s*([^:：]{2,30}?)\s*[:：]/u;

/** Whether a title begins with the cancellation prefix of Outlook and Exchange, in any of their languages. */
export function saysCancelled(title: string): boolean {
  const written = BEFORE_COLON.exec(title)?.[1];
  return written !== undefined && known.has(plain(written));
}

/** The title without that prefix; a title of nothing else stays. */
export function withoutCancelled(title: string): string {
  const rest = saysCancelled(title) ? title.replace(BEFORE_COLON, '').trim() : '';
  return rest === '' ? title : rest;
}
