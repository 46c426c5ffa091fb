package io.baro.acd.config;

import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OffersChangedEncoder;
import io.baro.engine.message.OutcomePolicyDefinedEncoder;
import io.baro.engine.message.PbxLostEncoder;
import io.baro.engine.message.SettingsDefinedEncoder;
import io.baro.engine.port.Ingress;

/**
 * Tells the router a configuration: settings, queues, agents, rules, then who is at work. Never decides. Owned by the one thread
 * that sends configuration.
 */
public final class ConfigCommands {
    private final CommandOffer offer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final SettingsDefinedEncoder settings = new SettingsDefinedEncoder();
    private final OutcomePolicyDefinedEncoder policy = new OutcomePolicyDefinedEncoder();
    private final PbxLostEncoder lost = new PbxLostEncoder();
    private final OffersChangedEncoder offers = new OffersChangedEncoder();
    private final AgentCommands agents;
    private final RuleCommands rules;

    public ConfigCommands(Ingress ingress) {
        offer = new CommandOffer(ingress);
        agents = new AgentCommands(offer);
        rules = new RuleCommands(offer);
    }

    /** Sends everything, in the order that leaves no command without what it names. */
    public void sendAll(Configuration configuration) {
        sendCentre(configuration);
        for (int agentId = 0; agentId < configuration.agents().size(); agentId++) {
            agents.define(configuration, agentId, configuration.agents().get(agentId));
        }
        // The first rules are for everybody: there is nothing beside which they could be a canary.
        rules.commit(configuration.rules(), RulePlan.WHOLE_PERMILLE);
        for (int agentId = 0; agentId < configuration.agents().size(); agentId++) {
            if (configuration.agents().get(agentId).autoLogin()) {
                agents.logIn(agentId);
            }
        }
    }

    /**
     * Sends what may have changed to a router that has its state from an earlier life. Who is known keeps his state; who has left is
     * logged out; who is new begins as at any start.
     *
     * @param known how many agents that router knows
     */
    public void sendAgain(Configuration configuration, int known) {
        for (int pbxId = 0; pbxId < configuration.server().pbxs().size(); pbxId++) {
            lost.wrapAndApplyHeader(offer.buffer(), 0, header).pbxId((short) pbxId);
            offer.sendMessage(lost.encodedLength());
        }
        // The earlier life stopped them before it ended, if it ended in order.
        sendOffers(true);
        sendCentre(configuration);
        for (int agentId = 0; agentId < configuration.agents().size(); agentId++) {
            AgentPlan agent = configuration.agents().get(agentId);
            if (agent.hasLeft()) {
                agents.logOut(agentId);
            } else {
                agents.define(configuration, agentId, agent);
            }
            if (agentId >= known && agent.autoLogin()) {
                agents.logIn(agentId);
            }
        }
        RulePlan plan = configuration.rules();
        int wanted = plan.activate().orElse(plan.version());
        if (wanted == plan.version()) {
            sendRules(plan);
        } else {
            rules.activate(wanted, plan.sharePermille());
        }
    }

    /** Sends a rule set for its share of the calls. */
    public void sendRules(RulePlan plan) {
        rules.commit(plan, plan.sharePermille());
    }

    /** Lets the router make offers, or stops them. */
    public void sendOffers(boolean allowed) {
        offers.wrapAndApplyHeader(offer.buffer(), 0, header).allowed((short) (allowed ? 1 : 0));
        offer.sendMessage(offers.encodedLength());
    }

    RuleCommands rules() {
        return rules;
    }

    AgentCommands agents() {
        return agents;
    }

    /** What agents and rules name. */
    private void sendCentre(Configuration configuration) {
        sendSettings(configuration.server());
        new DeskCommands(offer).send(configuration.queues().callbacks());
        new QueueCommands(offer).send(configuration);
    }

    private void sendSettings(ServerPlan server) {
        settings.wrapAndApplyHeader(offer.buffer(), 0, header)
                .ringMillis(server.ring().toMillis())
                .offerGraceMillis(server.grace().toMillis())
                .wrapUpMillis(server.wrapUp().toMillis())
                .busyPauseMillis(server.busyPause().toMillis());
        offer.sendMessage(settings.encodedLength());
        for (ServerPlan.OutcomePolicy it : server.policies()) {
            policy.wrapAndApplyHeader(offer.buffer(), 0, header)
                    .outcome(it.outcome())
                    .restMillis(it.rest().toMillis())
                    .mostInARow((short) it.limit());
            offer.sendMessage(policy.encodedLength());
        }
    }
}
