package io.baro.acd.pbx;

/** Owns one user of manager.conf: name, secret, rights as bits of {@link EventClass}. Immutable. */
public record AmiUser(String name, String secret, int readRights, int writeRights) {

    /** Reads events and may do nothing, as {@code [acd-ev]} of config/asterisk/manager.conf. */
    public static AmiUser events(String name, String secret) {
        return new AmiUser(
                name,
                secret,
                EventClass.bits(EventClass.SYSTEM, EventClass.CALL, EventClass.USER, EventClass.DIALPLAN),
                0);
    }

    /** Acts and reads no events, as {@code [acd-act]} of config/asterisk/manager.conf. */
    public static AmiUser actions(String name, String secret) {
        return new AmiUser(
                name,
                secret,
                0,
                EventClass.bits(EventClass.CALL, EventClass.ORIGINATE, EventClass.REPORTING, EventClass.USER));
    }

    /** Never the secret: it must not reach a log. */
    @Override
    public String toString() {
        return "AmiUser[" + name + "]";
    }
}
