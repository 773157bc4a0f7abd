/** Passcodes that an invitation writes beside the link: `Passcode: 123456`. */

/** The words invitations use for it, in languages that part words. Longer ones first where one begins with another. */
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
  // Further afield
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

/** Languages that do not part words: another word may stand before it without a blank. */
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

/** Opening quotes and Markdown that a code may stand in; what closes them is taken off afterwards. */
const OPENING = '[“”„‘’«「]';

/** Blanks within a line, not more than anybody would leave. */
const BLANKS = '[^\\S\\n]{0,40}';
const WORD = `(?:(?:^|[^\\p{L}\\p{N}?&])(?:${WORDS})|(?:${JOINED_WORDS}))`;
const REMARK = '(?:[(（][^()（）]{0,40}[)）]\\s{0,20})?';

/** How the code may follow the word, and under what name it is found. */
const AFTER = [
  // A colon, or `is` before what has a digit or stands in quotes; the code may stand in the next line, or in two groups.
  `(?:\\s{0,20}[:：=]|is\\s(?=["'\`“„‘«]|[!-~]{0,20}\\d))${BLANKS}\\n?${BLANKS}${OPENING}?` +
    '(?:(?<spaced>\\d{3} \\d{3,4})|(?<code>[!-~]{3,64}))',
  // A dash, the next cell of a table or a quote, before what has a digit.
  `(?:[-–—|]\\s{1,20}|["'\`“”„‘’«「])(?<marked>(?=[!-~]{0,20}\\d)[!-~]{3,64})`,
  '\\s{0,20}(?<digits>\\d{4,10})',
].join('|');

const SPOKEN = new RegExp(`${WORD}["']?${BLANKS}${REMARK}(?:${AFTER})(?![\\p{L}\\p{N}])`, 'giu');

/** What stands after `Passcode:` when there is none, or when it is told elsewhere. */
const NO_CODE =
  /^(?:none|n\/?a|tb[acd]|not?|never|see|ask|same|unchanged|will|the|this|that|your|our|please|sent|shared|e?mailed|posted|listed|given|found|announced|included|embedded|provided|required|optional|needed|available|use|check|look|contact|request|click|here|below|above|in|on|at|to|for|if|is|it|by|via|from|with|und|siehe|keine?s?|voir|aucun|ver|ninguna?|nenhuma?|https?:.*)$/i;

/** Before the word: it is the code of something else. */
const OF_OTHERS =
  /(?:wi-?fi|wlan|w-lan|network|netzwerk|recordings?|aufzeichnung|video|phone|telephone|telefon|dial-?in|audio|host|moderator)['’s]{0,2}[\s-]*$/i;
/** In letters. */
const LONGEST_BEFORE = 20;

/** Markup as blanks of the same length, so that positions stay and a tag between word and code does not count. */
const withoutTags = (text: string): string =>
  text
    .replaceAll(/<[^<>]{0,2000}>/g, (tag) => ' '.repeat(Math.min(tag.length, 12)))
    .replaceAll(/&nbsp;|&#160;|\\[nN]|\*\*/g, ' ');

/** A code without the quotes or Markdown on both its sides, and without the sentence's punctuation behind it. */
function bare(written: string): string {
  const code = written
    .replace(/[.,;)\]}|]+$/, '')
    .replace(/^(["'`*_])(.+)\1$/, '$2')
    .replace(/["'`]$/, '');
  // The telephone wants a # behind the digits.
  return code.replace(/^(\d+)#$/, '$1');
}

/** The first passcode said in a stretch of text; null where there is none. */
export function spokenPasscode(text: string): string | null {
  const plain = withoutTags(text);
  for (const { groups, index } of plain.matchAll(SPOKEN)) {
    if (OF_OTHERS.test(plain.slice(Math.max(0, index - LONGEST_BEFORE), index + 1))) continue;
    const spaced = groups?.['spaced']?.replace(' ', '');
    const code = spaced ?? bare(groups?.['code'] ?? groups?.['marked'] ?? groups?.['digits'] ?? '');
    // What ends with a colon is the name of what follows.
    if (code.length >= 3 && !code.endsWith(':') && !NO_CODE.test(code) && !code.includes('://')) return code;
  }
  return null;
}
