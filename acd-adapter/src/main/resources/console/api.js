// Asks the API and turns its problem documents into errors. The only place that calls fetch; keeps nothing.
import { has, t } from './texts.js';

export const ROOT = '/api/v1';
/** Told to the window when the API does not know who asks. */
export const SIGNED_OUT = 'baro-signed-out';

/** What the API says instead of an answer (RFC 9457); status 0: nobody answered at all. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? String(status));
    this.status = status;
    this.reason = body.reason ?? null;
    this.problems = body.problems ?? [];
  }
}

/** For people: what a refusal means in their language, and what the engine says of it. */
export function problemText(problem) {
  const said = problem.message;
  const key = problem.reason === null ? `status_${problem.status}` : `refused_${problem.reason}`;
  return has(key) ? `${t(key)} (${said})` : said;
}

export function get(where) {
  return ask('GET', where);
}

export function post(where, body, signal) {
  return ask('POST', where, body, signal);
}

export function put(where, body) {
  return ask('PUT', where, body);
}

export function remove(where) {
  return ask('DELETE', where);
}

/** Whether the token of the cookie is good: 200, 401, or what else the API says; tells nobody. */
export async function statusOfMe() {
  const answer = await answerOf('/me', { cache: 'no-store', credentials: 'same-origin' });
  return answer.status;
}

/** A path of the API; parts are names or numbers that people or the engine gave. */
export function path(...parts) {
  return parts.map(part => `/${encodeURIComponent(part)}`).join('');
}

async function ask(method, where, body, signal) {
  const answer = await answerOf(where, {
    method,
    signal,
    cache: 'no-store',
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json, application/problem+json',
      // Also without a body: no form of another site can send it.
      ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const content = await contentOf(answer);
  if (answer.ok) {
    return content;
  }
  if (answer.status === 401) {
    window.dispatchEvent(new Event(SIGNED_OUT));
  }
  throw new Problem(answer.status, content ?? { title: `${answer.status} ${answer.statusText}` });
}

async function answerOf(where, request) {
  try {
    return await fetch(ROOT + where, request);
  } catch (cause) {
    if (cause.name === 'AbortError') {
      throw cause;
    }
    throw new Problem(0, { title: t('nobody_answers') });
  }
}

/** Null: what came is no JSON. */
async function contentOf(answer) {
  const text = await answer.text();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return null;
  }
}
