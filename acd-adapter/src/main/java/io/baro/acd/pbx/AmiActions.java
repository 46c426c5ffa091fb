package io.baro.acd.pbx;

/** Owns which action does what, and who may. Never keeps state. Runs on the loop's thread. */
final class AmiActions {
    private static final int CALL = EventClass.CALL.bit();
    private static final int REPORTING = EventClass.REPORTING.bit();

    private final SessionActions session;
    private final ChannelActions channels;
    private final ListActions lists;

    AmiActions(EmbeddedPbx pbx) {
        this.session = new SessionActions(pbx);
        this.channels = new ChannelActions(pbx);
        this.lists = new ListActions(pbx);
    }

    void handle(AmiServerSession from, AmiRequest request) {
        String action = request.action();
        AmiReply reply = new AmiReply(from, request);
        if (action.isEmpty()) {
            reply.error("Missing action in request");
            return;
        }
        int rights = rightsFor(action);
        if (rights < 0) {
            reply.error("Invalid/unknown command: " + request.get("Action")
                    + ". Use Action: ListCommands to show available commands.");
        } else if (!isOpen(action) && !from.mayWrite(rights)) {
            reply.error("Permission denied");
        } else {
            run(action, from, request, reply);
        }
    }

    private void run(String action, AmiServerSession from, AmiRequest request, AmiReply reply) {
        switch (action) {
            case "challenge" -> session.challenge(from, request, reply);
            case "login" -> session.login(from, request, reply);
            case "logoff" -> session.logoff(from, reply);
            case "events" -> session.events(from, request, reply);
            case "ping" -> session.ping(reply);
            case "redirect" -> channels.redirect(request, reply);
            case "hangup" -> channels.hangUp(request, reply);
            case "setvar" -> channels.setVariable(request, reply);
            case "getvar" -> channels.getVariable(request, reply);
            case "originate" -> channels.originate(request, reply);
            case "userevent" -> session.userEvent(request, reply);
            case "coreshowchannels" -> lists.channels(reply);
            case "devicestatelist" -> lists.deviceStates(reply);
            case "corestatus" -> lists.status(reply);
            default -> throw new IllegalStateException("rights without an action: " + action);
        }
    }

    private static boolean isOpen(String action) {
        return action.equals("challenge") || action.equals("login") || action.equals("logoff");
    }

    /** The rights of the register table of manager.c, 0: anybody logged in; -1: no such action. */
    private static int rightsFor(String action) {
        return switch (action) {
            case "challenge", "login", "logoff", "events", "ping" -> 0;
            case "redirect" -> CALL;
            case "hangup" -> CALL | EventClass.SYSTEM.bit();
            case "setvar" -> CALL;
            case "getvar" -> CALL | REPORTING;
            case "originate" -> EventClass.ORIGINATE.bit();
            case "userevent" -> EventClass.USER.bit();
            case "coreshowchannels", "corestatus" -> REPORTING | EventClass.SYSTEM.bit();
            case "devicestatelist" -> CALL | REPORTING;
            default -> -1;
        };
    }
}
