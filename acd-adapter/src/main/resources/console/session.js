// Who sits here: the token's cookie and what a role may do. Never asks the API.
const COOKIE = 'baro_token';
/** What a cookie may hold without being quoted (RFC 6265). */
const COOKIE_VALUE = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/;

export function isToken(text) {
  return COOKIE_VALUE.test(text);
}

export function keepToken(token) {
  writeCookie(`${COOKIE}=${token}; path=/; SameSite=Strict`);
}

export function dropToken() {
  writeCookie(`${COOKIE}=; path=/; SameSite=Strict; Max-Age=0`);
}

export function hasToken() {
  return document.cookie.split('; ').some(pair => pair.startsWith(`${COOKIE}=`));
}

function writeCookie(text) {
  document.cookie = location.protocol === 'https:' ? `${text}; Secure` : text;
}

// The API decides who may what; these two only keep away what it would refuse.

/** On agents, calls, queues and reservations; and to try rules. */
export function maySupervise(me) {
  return me.role === 'supervisor' || me.role === 'admin';
}

/** To put rules in force. */
export function mayTune(me) {
  return me.role === 'admin';
}
