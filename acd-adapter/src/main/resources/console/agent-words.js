// How an agent's state and skills are said. Stateless.
import { word } from './texts.js';

/** In the order in which a supervisor looks for them. */
export const AGENT_STATES = ['ready', 'reserved', 'ringing', 'talking', 'wrap_up', 'not_ready', 'logged_out'];

/** The state, and why if he is not ready. */
export function stateText(agent) {
  const state = word('agent_state', agent.state);
  if (agent.state !== 'not_ready' || agent.reason === null) {
    return state;
  }
  const reason = word('reason', agent.reason);
  return agent.reason === 'paused' && agent.pause_code > 0 ? `${state}: ${reason} ${agent.pause_code}` : `${state}: ${reason}`;
}

/** As in agents.csv. */
export function skillsText(skills) {
  return Object.entries(skills).sort().map(([skill, level]) => `${skill}:${level}`).join(';');
}
