/** Finds passcodes written in an invitation: `Passcode: 123456`. */

/** Words for “passcode”, in languages that separate words. Longer ones first where one is a prefix of another. */
const WORDS = [
  'passcode',
  'pass code',
  'password',
  'passwd',
  'pwd',
  'pw',
  'pin code',
  'access code',
  // German, Dutch, Scandinavian, Finnish
  'kenncode',
  'kennwort',
  'kennung',
  'passwort',
  'zugangscode',
  'zugriffscode',
  'toegangscode',
  'wachtwoord',
  'lösenord',
  'lösenkod',
  'adgangskode',
  'adgangskoden',
  'passord',
  'tunnuskoodi',
  'pääsykoodi',
  'salasana',
  // Romance languages
  'code secret',
  'mot de passe',
  "code d['’]accès",
  'código de acceso',
  'clave de acceso',
  'contraseña',
  'código de acesso',
  'senha de acesso',
  'palavra-passe',
  'senha',
  'codice di accesso',
  "codice d['’]accesso",
  'cod de acces',
  'parolă',
  // Slavic languages, Greek, Hungarian, Turkish
  'hasło',
  'kod dostępu',
  'heslo',
  'přístupový kód',
  'пароль',
  'код доступа',
  'код доступу',
  'κωδικός πρόσβασης',
  'κωδικός',
  'jelszó',
  'parola',
  'geçiş kodu',
  'şifre',
  // Other languages
  'mật mã',
  'mật khẩu',
  'kode sandi',
  'kata sandi',
  'קוד גישה',
  'סיסמה',
  'رمز المرور',
  'كلمة المرور',
  'पासकोड',
].join('|');

/** Languages without spaces: another word may precede directly. */
const JOINED_WORDS = [
  'パスコード',
  'パスワード',
  '密码',
  '密碼',
  '암호',
  '비밀번호',
  '패스코드',
  'รหัสผ่าน',
].join('|');

/** Quotes and Markdown that may enclose a code; the closing ones are removed later. */
const OPENING = '[“”„‘’«「]';

/** Blanks within a line, at most as many as people type. */
const BLANKS = '[^\\S\\n]{0,40}';
const WORD = `(?:(?:^|[^\\p{L}\\p{N}?&])(?:${WORDS})|(?:${JOINED_WORDS}))`;
const REMARK = '(?:[(（][^()（）]{0,40}[)）]\\s{0,20})?';

/** How a code may follow the word; the group name says which form matched. */
const AFTER = [
  // A colon, or `is` before something with a digit or in quotes. The code may be on the next line, or in two groups.
  `(?:\\s{0,20}[:：=]|is\\s(?=["'\`“„‘«]|[!-~]{0,20}\\d))${BLANKS}\\n?${BLANKS}${OPENING}?` +
    '(?:(?<spaced>\\d{3} \\d{3,4})|(?<code>[!-~]{3,64}))',
  // A dash, the next cell of a table or a quote, before something with a digit.
  `(?:[-–—|]\\s{1,20}|["'\`“”„‘’«「])(?<marked>(?=[!-~]{0,20}\\d)[!-~]{3,64})`,
  '\\s{0,20}(?<digits>\\d{4,10})',
].join('|');

const SPOKEN = new RegExp(`${WORD}["']?${BLANKS}${REMARK}(?:${AFTER})(?![\\p{L}\\p{N}])`, 'giu');

/** Text after `Passcode:` when there is no passcode, or when it is given elsewhere. */
const NO_CODE =
  /^(?:none|n\/?a|tb[acd]|not?|never|see|ask|same|unchanged|will|the|this|that|your|our|please|sent|shared|e?mailed|posted|listed|given|found|announced|included|embedded|provided|required|optional|needed|available|use|check|look|contact|request|click|here|below|above|in|on|at|to|for|if|is|it|by|via|from|with|und|siehe|keine?s?|voir|aucun|ver|ninguna?|nenhuma?|https?:.*)$/i;

/** Before the word: the code is for something else. */
const OTHER_CODE =
  /(?:wi-?fi|wlan|w-lan|network|netzwerk|recordings?|aufzeichnung|video|phone|telephone|telefon|dial-?in|audio|host|moderator)['’s]{0,2}[\s-]*$/i;
/** In letters. */
const MAX_BEFORE = 20;

/**
 * Replaces markup by blanks of equal length, so that positions do not change and a tag between word and code is
 * ignored.
 */
const withoutTags = (text: string): string =>
  text
    .replaceAll(/<[^<>]{0,2000}>/g, (tag) => ' '.repeat(Math.min(tag.length, 12)))
    .replaceAll(/&nbsp;|&#160;|\\[nN]|\*\*/g, ' ');

/** Removes enclosing quotes or Markdown and trailing punctuation. */
function withoutQuotes(written: string): string {
  const code = written
    .replace(/[.,;)\]}|]+$/, '')
    .replace(/^(["'`*_])(.+)\1$/, '$2')
    .replace(/["'`]$/, '');
  // Phones require # after the digits.
  return code.replace(/^(\d+)#$/, '$1');
}

/** The first passcode in a text. */
export function writtenPasscode(text: string): string | null {
  const plain = withoutTags(text);
  for (const { groups, index } of plain.matchAll(SPOKEN)) {
    if (OTHER_CODE.test(plain.slice(Math.max(0, index - MAX_BEFORE), index + 1))) continue;
    const spaced = groups?.['spaced']?.replace(' ', '');
    const code = spaced ?? withoutQuotes(groups?.['code'] ?? groups?.['marked'] ?? groups?.['digits'] ?? '');
    // A word that ends with a colon labels what follows.
    if (code.length >= 3 && !code.endsWith(':') && !NO_CODE.test(code) && !code.includes('://')) return code;
  }
  return null;
}
