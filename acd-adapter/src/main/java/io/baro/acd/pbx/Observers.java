package io.baro.acd.pbx;

import java.util.ArrayList;
import java.util.List;

/** Owns all who watch the calls of a PBX. Only the loop's thread touches it. */
final class Observers implements CallObserver {
    private final List<CallObserver> all = new ArrayList<>();

    void add(CallObserver observer) {
        all.add(observer);
    }

    @Override
    public void onDialled(Caller caller) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).onDialled(caller);
        }
    }

    @Override
    public void onConnected(Caller caller, AgentPhone phone) {
        // Who was called back has not called: he is none of the callers who are counted.
        for (int i = 0; caller.callback() == null && i < all.size(); i++) {
            all.get(i).onConnected(caller, phone);
        }
    }

    @Override
    public void onEnded(Caller caller) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).onEnded(caller);
        }
    }

    @Override
    public void onCustomerCalled(String call, int attempt) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).onCustomerCalled(call, attempt);
        }
    }
}
