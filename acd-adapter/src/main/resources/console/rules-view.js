// The rules: edit, check, simulate, apply, go back. Owns the order of these; what is wrong with rules only the engine knows.
import { get, post, problemText, put } from './api.js';
import { el, heading, setText } from './dom.js';
import { askForm } from './form-dialog.js';
import { dropDraft, keepDraft, keptDraft } from './rule-draft.js';
import { RuleEditor } from './rule-editor.js';
import { RuleResults } from './rule-results.js';
import { RuleVersions } from './rule-versions.js';
import { mayTune, maySupervise } from './session.js';
import { t } from './texts.js';

export function mountRules(host, { me, live }) {
  const view = new RulesView(maySupervise(me), mayTune(me));
  host.append(...view.nodes);
  const look = () => view.compare(live.floor?.rules_version ?? null);
  view.load().then(look);
  const stop = live.listen('floor', look);
  return () => {
    stop();
    view.leave();
  };
}

class RulesView {
  #mayEdit;
  #mayTune;
  #inForce = null;
  #base = null;
  #seen = null;
  #leaving = new AbortController();
  #version = el('p', { class: 'shown' });
  #trouble = el('p', { class: 'trouble', tabindex: '-1', hidden: true });
  #news = el('p', { class: 'notice', hidden: true });
  #editor;
  #results;
  #versions;
  #buttons;

  /** Who may edit may check and simulate; to put in force takes another right. */
  constructor(mayEdit, mayTune) {
    this.#mayEdit = mayEdit;
    this.#mayTune = mayTune;
    this.#editor = new RuleEditor({
      id: 'rules-text', label: t('rules_text'), readOnly: !mayEdit, describedBy: mayEdit ? 'rules-hint' : null,
    });
    this.#results = new RuleResults((line, column) => this.#editor.goTo(line, column));
    this.#versions = new RuleVersions(mayTune ? version => this.#rollBack(version) : null);
    this.#buttons = mayEdit ? this.#actions() : [];
    this.#editor.onchange = () => this.#changed();
    this.nodes = [
      el('div', { class: 'view-head' }, heading(t('view_rules')), this.#version),
      this.#news,
      el('div', { class: 'rules' },
        el('section', { 'aria-label': t('rules_text') }, this.#editor.node,
          mayEdit && el('p', { class: 'hint', id: 'rules-hint' }, t('rules_hint')),
          el('div', { class: 'choices' }, this.#buttons), this.#trouble),
        el('div', { class: 'beside' }, this.#results.node, this.#versions.node)),
    ];
  }

  async load() {
    await this.#try(async () => {
      this.#take(await get('/rules'));
      const draft = this.#mayEdit ? keptDraft() : null;
      this.#edit(draft?.base ?? this.#inForce.version, draft?.text ?? this.#inForce.text);
    });
  }

  leave() {
    this.#leaving.abort();
  }

  /** The stream tells which version is in force; another than ours came from somebody else, or from the file. */
  compare(version) {
    if (version === null || this.#inForce === null || version === this.#seen) {
      return;
    }
    this.#seen = version;
    this.#news.hidden = version === this.#base;
    if (version === this.#base) {
      return;
    }
    const button = el('button', { type: 'button', onclick: () => this.#reload() }, t('load_version', { version }));
    this.#news.replaceChildren(t('newer_version', { version, base: this.#base }), ' ', button);
  }

  #actions() {
    const button = (key, kind, work) => el('button', { type: 'button', class: kind, onclick: work }, t(key));
    return [
      button('check', '', () => this.#check()),
      button('simulate', '', () => this.#simulate()),
      ...(this.#mayTune ? [button('apply', 'primary', () => this.#apply())] : []),
      button('discard', 'quiet', () => this.#discard()),
    ];
  }

  #take(rules) {
    this.#inForce = rules;
    setText(this.#version, t('rules_in_force', { version: rules.version }));
    this.#versions.show(rules.versions);
  }

  #edit(base, text) {
    this.#base = base;
    this.#news.hidden = true;
    this.#editor.text = text;
  }

  #changed() {
    keepDraft(this.#base, this.#editor.text);
    this.#editor.mark([]);
    this.#results.clear();
  }

  async #reload() {
    const edited = this.#editor.text !== this.#inForce.text;
    if (edited && (await askForm({ title: t('discard'), message: t('discard_ask'), submit: t('discard'), danger: true, send: nothing })) === null) {
      return;
    }
    dropDraft();
    this.#results.clear();
    await this.load();
  }

  #discard() {
    return this.#reload();
  }

  #check() {
    return this.#try(async () => {
      const { problems } = await post('/rules/check', { text: this.#editor.text });
      this.#showProblems(problems);
    });
  }

  #simulate() {
    return this.#try(async () => {
      this.#results.busy(t('simulating'));
      this.#results.compare(await post('/rules/simulate', { text: this.#editor.text }, this.#leaving.signal));
    });
  }

  async #apply() {
    const taken = await askForm({
      title: t('apply_title'),
      message: t('apply_ask', { base: this.#base }),
      submit: t('apply'),
      danger: true,
      send: () => this.#marking(put('/rules', { text: this.#editor.text, base_version: this.#base })),
    });
    this.#settle(taken);
  }

  async #rollBack(version) {
    const taken = await askForm({
      title: t('roll_back_title', { version }),
      message: t('roll_back_ask', { version }),
      submit: t('roll_back'),
      danger: true,
      send: () => post('/rules/rollback', { version }),
    });
    this.#settle(taken);
  }

  /** Rules that are in force now; null: nobody wanted it after all. */
  #settle(taken) {
    if (taken !== null) {
      dropDraft();
      this.#take(taken);
      this.#edit(taken.version, taken.text);
      this.#results.say(t('now_in_force', { version: taken.version }));
    }
  }

  /** What is wrong is also shown where it stands. */
  async #marking(answer) {
    try {
      return await answer;
    } catch (problem) {
      if (problem.problems?.length > 0) {
        this.#showProblems(problem.problems);
      }
      throw problem;
    }
  }

  #showProblems(problems) {
    this.#editor.mark(problems);
    this.#results.problems(problems);
  }

  async #try(work) {
    this.#trouble.hidden = true;
    try {
      await this.#marking(work());
    } catch (problem) {
      if (problem.name === 'AbortError') {
        return;
      }
      this.#results.idle();
      setText(this.#trouble, problemText(problem));
      this.#trouble.hidden = false;
      this.#trouble.focus();
    }
  }
}

const nothing = () => null;
