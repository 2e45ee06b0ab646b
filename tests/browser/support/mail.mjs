// Mails as they left: what is written in them, and the links in them.

/** The plain text of a mail, decoded. */
export function textOf(mail) {
  const [, boundary] = mail.match(/boundary="([^"]+)"/);
  const part = mail.split(`--${boundary}`).find((one) => /Content-Type: text\/plain/i.test(one));
  const [head, ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return body;
  const joined = body.replace(/=\r\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The path of the first link in a mail that contains `part`. */
export function linkIn(mail, part) {
  const url = textOf(mail).match(/https?:\/\/\S+/g).find((one) => one.includes(part));
  return new URL(url).pathname;
}
