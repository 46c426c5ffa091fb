// What may be done to an agent, by a supervisor or by himself: which actions there are, when, and the request of each.
import { skillsText } from './agent-words.js';
import { path, post, put } from './api.js';
import { askForm } from './form-dialog.js';
import { t } from './texts.js';

const MILLIS = 1000;
const MOST_REASON = 99;
const MOST_EXTENSION_SECONDS = 3600;
const USUAL_EXTENSION_SECONDS = 60;
const LAST_REASON = 'baro_pause_reason';
const SKILL = /^([a-z0-9-]{1,32}):(10|[1-9])$/;

/** In the order of the buttons. can: in the state that he is in; act: asks what it must and sends. */
export const AGENT_ACTIONS = [
  { name: 'log_in', can: agent => agent.state === 'logged_out', act: agent => send(agent, 'login') },
  { name: 'ready_now', can: agent => ['not_ready', 'wrap_up'].includes(agent.state), act: agent => send(agent, 'ready') },
  { name: 'pause', can: agent => agent.state !== 'logged_out', act: askPause },
  { name: 'extend_wrap_up', can: agent => agent.state === 'wrap_up', act: askExtension },
  { name: 'log_out', can: agent => agent.state !== 'logged_out', act: askLogout },
];

/** Not his own to change. */
export const CHANGE_SKILLS = { name: 'change_skills', can: () => true, act: askSkills };

function send(agent, verb, body) {
  return post(path('agents', agent.number, verb), body);
}

function askPause(agent) {
  return askForm({
    title: t('pause_agent', { agent: agent.number }),
    fields: [{
      name: 'reason', label: t('pause_reason'), hint: t('pause_hint'), type: 'number', required: true,
      least: 0, most: MOST_REASON, value: localStorage.getItem(LAST_REASON) ?? '0',
    }],
    submit: t('pause'),
    send: ({ reason }) => {
      localStorage.setItem(LAST_REASON, reason);
      return send(agent, 'pause', { reason });
    },
  });
}

function askExtension(agent) {
  return askForm({
    title: t('extend_agent', { agent: agent.number }),
    fields: [{
      name: 'seconds', label: t('extend_by'), type: 'number', required: true,
      least: 1, most: MOST_EXTENSION_SECONDS, value: USUAL_EXTENSION_SECONDS,
    }],
    submit: t('extend_wrap_up'),
    send: ({ seconds }) => send(agent, 'wrap-up', { extend_ms: seconds * MILLIS }),
  });
}

function askLogout(agent) {
  return askForm({
    title: t('log_out_agent', { agent: agent.number }),
    message: t('log_out_ask'),
    submit: t('log_out'),
    danger: true,
    send: () => send(agent, 'logout'),
  });
}

function askSkills(agent) {
  return askForm({
    title: t('skills_agent', { agent: agent.number }),
    message: t('skills_until'),
    fields: [{
      name: 'skills', label: t('skills'), hint: t('skills_hint'), required: true,
      value: skillsText(agent.skills),
    }],
    submit: t('change_skills'),
    send: ({ skills }) => put(path('agents', agent.number, 'skills'), { skills: read(skills) }),
  });
}

/** From the form of agents.csv. */
function read(text) {
  const skills = {};
  for (const pair of text.split(';').map(part => part.trim()).filter(part => part !== '')) {
    const match = SKILL.exec(pair);
    if (match === null) {
      throw new Error(t('skill_malformed', { pair }));
    }
    skills[match[1]] = Number(match[2]);
  }
  return skills;
}
