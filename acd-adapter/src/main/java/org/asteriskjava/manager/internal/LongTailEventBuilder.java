package org.asteriskjava.manager.internal;

/**
 * Opens Asterisk-Java's event builder, which it keeps to its own package; adds nothing to it. Used by one thread at a time: the builder
 * is not safe for more.
 */
public final class LongTailEventBuilder {
    private final EventBuilder builder = new EventBuilderImpl();

    /**
     * Builds an event from its headers, or returns null if Asterisk-Java has no class for it.
     *
     * @param headers by lower-case name: a String, or a list of Strings for a name that came more than once
     */
    public org.asteriskjava.manager.event.ManagerEvent build(Object source, java.util.Map<String, Object> headers) {
        return builder.buildEvent(source, headers);
    }
}
