/** Passcodes that an invitation writes beside the link: `Passcode: 123456`. */

/** The words invitations use for it. Longer ones first where one begins with another. */
const WORDS = [
  'passcode',
  'pass code',
  'password',
  'pwd',
  'pin code',
  'access code',
  'kenncode',
  'passwort',
  'zugangscode',
  'code secret',
  'mot de passe',
  "code d['’]accès",
  'código de acceso',
  'contraseña',
  'senha de acesso',
  'senha',
  'codice di accesso',
  'toegangscode',
  'wachtwoord',
  'пароль',
  'код доступа',
  'パスコード',
  'パスワード',
  '会议密码',
  '會議密碼',
  '入会密码',
  '密码',
  '密碼',
  '암호',
  '비밀번호',
].join('|');

/** After the word a colon or the like and the code, or digits alone. */
const SPOKEN = new RegExp(
  `(?:^|[^\\p{L}\\p{N}?&])(?:${WORDS})\\s{0,40}(?:\\([^()]{0,40}\\)\\s{0,20})?(?:(?:[:：=]|is\\b)\\s{0,40}(?<code>[!-~]{3,64})|(?<digits>\\d{4,10}))(?![\\p{L}\\p{N}])`,
  'giu',
);

/** What stands after `Passcode:` when there is none, or when it is told elsewhere. */
const NO_CODE =
  /^(?:none|n\/?a|not|no|see|ask|same|will|the|this|that|your|please|sent|shared|provided|required|optional|below|above|in|on|available|https?:.*)$/i;

/** Markup as blanks of the same length, so that positions stay and a tag between word and code does not count. */
const withoutTags = (text: string): string =>
  text
    .replaceAll(/<[^<>]{0,2000}>/g, (tag) => ' '.repeat(Math.min(tag.length, 12)))
    .replaceAll(/&nbsp;|&#160;|\\[nN]|\*\*/g, ' ');

/** The first passcode said in a stretch of text; null where there is none. */
export function spokenPasscode(text: string): string | null {
  for (const match of withoutTags(text).matchAll(SPOKEN)) {
    const code = (match.groups?.['code'] ?? match.groups?.['digits'] ?? '').replace(/[.,;:)\]]+$/, '');
    if (code.length >= 3 && !NO_CODE.test(code) && !code.includes('://')) return code;
  }
  return null;
}
