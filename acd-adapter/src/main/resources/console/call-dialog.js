// One live call: where it stands, kept up to date, the way to why, and what a supervisor may do to it.
import { ActionBar } from './action-bar.js';
import { callActions } from './call-actions.js';
import { callFacts } from './call-facts.js';
import { openDialog } from './dialogs.js';
import { el } from './dom.js';
import { FactList } from './fact-list.js';
import { hrefOfCall } from './links.js';
import { allOf, everySecond } from './schedule.js';
import { maySupervise } from './session.js';
import { t } from './texts.js';

export function openCall(id, me, live) {
  const about = new FactList();
  const gone = el('p', { hidden: true }, t('call_gone'));
  const actions = new ActionBar(maySupervise(me) ? callActions(live) : []);
  const draw = () => {
    const call = live.calls.get(id) ?? null;
    actions.show(call);
    gone.hidden = call !== null;
    if (call !== null) {
      about.show(callFacts(call, live.now()));
    }
  };
  draw();
  const why = el('p', null, el('a', { href: hrefOfCall(id) }, t('why_this_call')));
  const dialog = openDialog(t('call_named', { call: id }), gone, about.node, why, actions.node);
  dialog.addEventListener('close', allOf(live.listen('calls', draw), everySecond(draw)));
}
