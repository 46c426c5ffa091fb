// Says a decision in plain sentences: what was decided, where the call stood, who chose, against whom, and by how much. Stateless.
import { boostText } from './call-words.js';
import { NONE, count, list, span, timeOfDay } from './format.js';
import { has, t, word } from './texts.js';

/** In what a runner-up lost, where it is no idle time. */
const UNITS = {
  fewest_calls: 'margin_calls',
  least_occupied: 'margin_occupancy',
  most_skilled: 'margin_skill',
  least_skilled: 'margin_skill',
  round_robin: 'margin_offers',
  linear: 'margin_places',
  weighted_random: 'margin_draw',
};

/** What was decided, in one sentence. */
export function headline(decision) {
  return t(`decided_${decision.kind}`, {
    call: decision.call ?? NONE,
    agent: decision.agent ?? NONE,
    queue: decision.queue ?? NONE,
    centre: decision.centre ?? NONE,
    waited: decision.waited_ms === null ? NONE : span(decision.waited_ms),
    step: stepNumber(decision),
    version: decision.rules_version ?? NONE,
    detail: detailText(decision),
  });
}

/** Why, a sentence each; none where the headline says it all. */
export function reasons(decision) {
  switch (decision.kind) {
    case 'joined':
      return [decision.agent && t('kept_for', { agent: decision.agent }), ruleSentence(decision),
        // It joined at the time of the decision.
        rankSentence({ ...decision, waited_ms: 0 })].filter(Boolean);
    case 'offer':
      return [chosenSentence(decision), candidateSentence(decision), stepSentence(decision), ruleSentence(decision),
        rankSentence(decision)].filter(Boolean);
    case 'callback_offered':
      return [decision.rules.length === 0 ? t('offered_by_limit') : t('offered_by_rules', { rules: list(decision.rules) })];
    default:
      return [];
  }
}

/** Also told as a detail: "step 1". */
function stepNumber({ step, detail }) {
  return step ?? /\d+/.exec(detail ?? '')?.[0] ?? NONE;
}

/** Outcome or reason; of a spike its rule. */
function detailText(decision) {
  if (decision.detail === null) {
    return decision.rules.length === 0 ? NONE : list(decision.rules);
  }
  const kinds = { offer_ended: 'offer_outcome', closed: 'outcome', diverted: 'refused', refused: 'refused' };
  const kind = kinds[decision.kind];
  return kind === undefined ? decision.detail : word(kind, decision.detail);
}

function ruleSentence({ rules, boost_ms: boost, rules_version: version }) {
  if (boost === null) {
    return null;
  }
  const values = { rules: list(rules), boost: span(boost), version: version ?? NONE };
  if (boost < 0) {
    return t('stands_behind', values);
  }
  if (rules.length === 0) {
    return t(boost === 0 ? 'no_rule_fired' : 'boost_by_hand', values);
  }
  return t(boost === 0 ? 'rules_without_boost' : 'rules_with_boost', values);
}

/** rank = joined − boost, as moments of the clock; without a boost they are the same. */
function rankSentence({ time, waited_ms: waited, boost_ms: boost }) {
  if (!boost || waited === null) {
    return null;
  }
  const joined = Date.parse(time) - waited;
  return t('rank_is', { rank: timeOfDay(joined - boost), joined: timeOfDay(joined), boost: boostText(boost) });
}

function chosenSentence({ chosen_by: by, strategy, agent }) {
  if (by === null) {
    return null;
  }
  return t(`chosen_by_${by}`, { agent: agent ?? NONE, strategy: strategy === null ? NONE : word('strategy', strategy) });
}

function candidateSentence({ chosen_by: by, candidates, runner_up: runnerUp, margin, strategy }) {
  if (candidates === null) {
    return null;
  }
  if (runnerUp === null) {
    return t('no_other_candidate');
  }
  const key = by === 'call' ? 'runner_up_agent' : 'runner_up_call';
  return t(key, { n: candidates, runner: runnerUp, margin: marginText(by, strategy, margin) });
}

function marginText(by, strategy, margin) {
  if (margin === null) {
    return NONE;
  }
  if (by !== 'call') {
    return t('margin_rank', { time: span(margin) });
  }
  const unit = UNITS[String(strategy).toLowerCase().replaceAll('-', '_')];
  return unit === undefined ? t('margin_idle', { time: span(margin) }) : t(unit, { n: count(margin) });
}

function stepSentence({ step }) {
  if (step === null) {
    return null;
  }
  return t(step === 0 ? 'step_own' : 'step_of_ladder', { step });
}

/** For the label of a decision. */
export function kindText(decision) {
  return has(`kind_${decision.kind}`) ? t(`kind_${decision.kind}`) : decision.kind;
}
