package io.baro.acd.asterisk;

import io.baro.engine.port.Ingress;

/**
 * What a link is made of, wired once: everything that translates and remembers, nothing that connects. Also the assembly that decoder
 * tests use without a socket.
 */
final class LinkParts {
    final PbxLinkSettings settings;
    final PbxDirectory directory;
    final LinkCounters counters;
    final Callers callers;
    final Uniqueids uniqueids;
    final ChannelDirectory channels;
    final EndedChannels ended = new EndedChannels();
    final CommandOutlet outlet;
    final Commands commands;
    final Heartbeat heartbeat;
    final Redirects redirects;
    final CallbackDials callbackDials;
    private final OfferEvents offerEvents;
    private final CallEvents callEvents;
    private Runnable onStall = () -> {};

    LinkParts(
            PbxLinkSettings settings,
            PbxDirectory directory,
            Callers callers,
            CallbackTerms terms,
            Ingress ingress,
            LinkCounters counters,
            int maxChannels) {
        this.settings = settings;
        this.directory = directory;
        this.callers = callers;
        this.counters = counters;
        uniqueids = new Uniqueids(settings.pbxId(), settings.systemName());
        channels = new ChannelDirectory(maxChannels, counters);
        outlet = new CommandOutlet(ingress, counters, () -> onStall.run());
        commands = new Commands(outlet);
        heartbeat = new Heartbeat(counters);
        redirects = new Redirects(directory, channels, commands, counters);
        offerEvents = new OfferEvents(directory, uniqueids, channels, commands, counters);
        callEvents =
                new CallEvents(directory, uniqueids, channels, callers, terms, commands, offerEvents, ended, counters);
        callbackDials = new CallbackDials(directory, callers, commands, settings.systemName(), counters);
    }

    /** The sessions are gone, and with them all responses. */
    void forgetActions() {
        redirects.clear();
        callbackDials.clear();
    }

    void onStall(Runnable action) {
        onStall = action;
    }

    EventTranslator eventTranslator(EventTranslator.LinkEvents link) {
        return new EventTranslator(settings.systemName(), directory, commands, callEvents, offerEvents, link, counters);
    }

    Resync resync(EventTranslator events, Resync.Listener listener) {
        return new Resync(
                settings.pbxId(),
                new ListedChannel(uniqueids, directory),
                channels,
                ended,
                callers,
                commands,
                events,
                counters,
                listener);
    }
}
