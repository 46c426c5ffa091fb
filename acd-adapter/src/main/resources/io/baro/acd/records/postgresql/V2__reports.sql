-- The records with names and times for people. Names are those of now; what was renamed is told by its new name.

CREATE VIEW call_report AS
SELECT
    c.journal,
    c.call_id,
    centre.name AS centre,
    entry.name AS entry_queue,
    queue.name AS queue,
    agent.number AS agent,
    to_timestamp(c.arrived_ms / 1000.0) AS arrived,
    to_timestamp(c.joined_ms / 1000.0) AS joined,
    to_timestamp(c.answered_ms / 1000.0) AS answered,
    to_timestamp(c.ended_ms / 1000.0) AS ended,
    c.outcome,
    c.waited_ms,
    c.talked_ms,
    c.boost_ms,
    c.told_ewt_ms,
    c.caller_key
FROM call_record c
LEFT JOIN centre ON centre.journal = c.journal AND centre.id = c.centre_id
LEFT JOIN queue entry ON entry.journal = c.journal AND entry.id = c.entry_queue_id
LEFT JOIN queue ON queue.journal = c.journal AND queue.id = c.queue_id
LEFT JOIN agent ON agent.journal = c.journal AND agent.id = c.agent_id;

CREATE VIEW offer_report AS
SELECT
    o.journal,
    o.offer_id,
    o.call_id,
    queue.name AS queue,
    agent.number AS agent,
    to_timestamp(o.offered_ms / 1000.0) AS offered,
    to_timestamp(o.ended_ms / 1000.0) AS ended,
    o.outcome,
    d.chosen_by,
    d.strategy,
    d.candidates,
    runner.number AS runner_up_agent,
    d.runner_up_call_id,
    d.margin
FROM offer_record o
LEFT JOIN queue ON queue.journal = o.journal AND queue.id = o.queue_id
LEFT JOIN agent ON agent.journal = o.journal AND agent.id = o.agent_id
LEFT JOIN decision_record d ON d.journal = o.journal AND d.sequence = o.sequence AND d.offer_id = o.offer_id
LEFT JOIN agent runner ON runner.journal = o.journal AND runner.id = d.runner_up_agent_id;

-- One line for each rule that fired for a decision.
CREATE VIEW rule_report AS
SELECT
    d.journal,
    d.sequence,
    d.part,
    to_timestamp(d.at_ms / 1000.0) AS at,
    d.kind,
    d.call_id,
    d.rules_version,
    rule.name AS rule
FROM decision_record d
JOIN rule ON rule.journal = d.journal AND rule.version = d.rules_version
WHERE ((d.rules_fired >> rule.id) & 1) = 1;
