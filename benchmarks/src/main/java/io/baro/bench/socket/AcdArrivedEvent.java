package io.baro.bench.socket;

import org.asteriskjava.manager.event.UserEvent;

/** What the dialplan says of a caller, as Asterisk-Java fills it in: a bean, as all its events. */
public final class AcdArrivedEvent extends UserEvent {
    private static final long serialVersionUID = 1;

    private String call;
    private String num;
    private String dnis;

    public AcdArrivedEvent(Object source) {
        super(source);
    }

    public String getCall() {
        return call;
    }

    public void setCall(String call) {
        this.call = call;
    }

    public String getNum() {
        return num;
    }

    public void setNum(String num) {
        this.num = num;
    }

    public String getDnis() {
        return dnis;
    }

    public void setDnis(String dnis) {
        this.dnis = dnis;
    }
}
