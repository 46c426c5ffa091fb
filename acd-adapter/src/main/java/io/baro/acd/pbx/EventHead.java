package io.baro.acd.pbx;

import java.util.Locale;

/** The events that pass the filter of our manager.conf, with their class and first two lines. */
enum EventHead {
    NEW_CHANNEL("Newchannel", EventClass.CALL),
    NEW_STATE("Newstate", EventClass.CALL),
    DIAL_BEGIN("DialBegin", EventClass.CALL),
    DIAL_STATE("DialState", EventClass.CALL),
    DIAL_END("DialEnd", EventClass.CALL),
    BRIDGE_ENTER("BridgeEnter", EventClass.CALL),
    BRIDGE_LEAVE("BridgeLeave", EventClass.CALL),
    HANGUP_REQUEST("HangupRequest", EventClass.CALL),
    SOFT_HANGUP_REQUEST("SoftHangupRequest", EventClass.CALL),
    HANGUP("Hangup", EventClass.CALL),
    DEVICE_STATE_CHANGE("DeviceStateChange", EventClass.CALL),
    ORIGINATE_RESPONSE("OriginateResponse", EventClass.CALL),
    USER_EVENT("UserEvent", EventClass.USER),
    VAR_SET("VarSet", EventClass.DIALPLAN),
    CONTACT_STATUS("ContactStatus", EventClass.SYSTEM),
    PEER_STATUS("PeerStatus", EventClass.SYSTEM),
    SHUTDOWN("Shutdown", EventClass.SYSTEM);

    final EventClass eventClass;
    final String event;

    EventHead(String event, EventClass eventClass) {
        this.event = event;
        this.eventClass = eventClass;
    }

    /** The first two lines of the block. */
    String lines() {
        return "Event: " + event + "\r\nPrivilege: " + eventClass.name().toLowerCase(Locale.ROOT) + ",all\r\n";
    }
}
