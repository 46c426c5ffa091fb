// The facts of a call, as a list of names and values for the dialog, the agent's bar and the page of one call.
import { rankText, waitedMillis } from './call-words.js';
import { clock, count, list } from './format.js';
import { t, word } from './texts.js';

export function callFacts(call, now) {
  return [
    ['centre', call.centre],
    ['queue', call.queue],
    ['state', word('call_state', call.state)],
    ['outcome', call.outcome && word('outcome', call.outcome)],
    ['waited', clock(waitedMillis(call, now))],
    ['rules_fired', call.rules.length === 0 ? t('no_rule') : list(call.rules)],
    ['rank', call.queue && rankText(call)],
    ['ahead_then', call.ahead === null ? null : count(call.ahead)],
    ['ewt_told', call.ewt_ms === null ? null : clock(call.ewt_ms)],
    ['agent', call.agent],
    ['kind_of_call', t(call.callback ? 'callback_is' : 'caller_is')],
  ];
}
