package io.baro.acd.pbx;

/**
 * Owns one PBX's way to another centre, endpoint {@code centre-<name>}: whether it carries calls, and the state that Asterisk tells of
 * it. Never carries a call itself. Only the loop's thread touches it.
 */
public final class Trunk {
    /** What becomes of calls that go over it. */
    public enum Carrier {
        UP,
        /** INVITEs are lost and nobody knows. */
        SILENT,
        /** Asterisk knows by its OPTIONS that the other side is gone: a call fails without a leg. */
        KNOWN_DEAD,
        /** The other side says 503. */
        OVERLOADED
    }

    private final EmbeddedPbx pbx;
    final String centre;
    private final byte[] device;
    private Carrier carrier = Carrier.UP;
    private DeviceState shown = DeviceState.NOT_INUSE;
    private int calls;

    Trunk(EmbeddedPbx pbx, String centre) {
        this.pbx = pbx;
        this.centre = centre;
        this.device = Ascii.bytes("PJSIP/" + endpoint());
    }

    String endpoint() {
        return "centre-" + centre;
    }

    Carrier carrier() {
        return carrier;
    }

    void carrier(Carrier now) {
        boolean wasDead = carrier == Carrier.KNOWN_DEAD;
        carrier = now;
        if (wasDead != (now == Carrier.KNOWN_DEAD)) {
            tell(wasDead ? DeviceState.NOT_INUSE : DeviceState.UNAVAILABLE);
        }
    }

    void shows(DeviceState state) {
        if (calls == 1) {
            tell(state);
        }
    }

    void taken() {
        calls++;
    }

    void released() {
        if (--calls == 0) {
            tell(DeviceState.NOT_INUSE);
        }
    }

    private void tell(DeviceState state) {
        if (state != shown) {
            shown = state;
            pbx.events().deviceState(device, state);
        }
    }

    /** Our PBX dies: no event is ever sent. */
    void forgetCalls() {
        calls = 0;
        shown = DeviceState.NOT_INUSE;
    }
}
