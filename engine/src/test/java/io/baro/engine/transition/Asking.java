package io.baro.engine.transition;

import io.baro.engine.callcenter.QueueSettings;
import io.baro.engine.message.LimitAction;
import io.baro.engine.routing.QueueTold;

/** The one queue of the tables, told again: who waits in it while it is closed is asked whether he wants a callback. */
final class Asking {
    private Asking() {}

    static QueueTold queue() {
        QueueTold plain = QueueTold.plain(0, 0);
        QueueSettings settings = plain.settings();
        QueueSettings asking = new QueueSettings(
                settings.strategy(),
                settings.wrapUpMillis(),
                settings.ringMillis(),
                settings.dedicatedMillis(),
                settings.lastAgentMillis(),
                settings.maxWaiting(),
                settings.maxWaitMillis(),
                settings.whenFull(),
                settings.whenTooLong(),
                new QueueSettings.Limit(LimitAction.CALLBACK, -1),
                0,
                1,
                false,
                0);
        return new QueueTold(0, 0, plain.kind(), asking, plain.skills(), plain.preferred());
    }
}
