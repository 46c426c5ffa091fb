package io.baro.acd.asterisk;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Asks for the state of every device; missing in Asterisk-Java 3.42. Answered by DeviceStateChange items and a complete event. */
public final class DeviceStateListAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    @Override
    public String getAction() {
        return "DeviceStateList";
    }
}
