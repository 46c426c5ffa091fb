package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.ami.Decimal;

/**
 * The dialplan extension of an offer, {@code o_<offerId>_<ringSeconds>_<endpoint>}, with {@code _<centre>} at its end for an agent of
 * another centre, or several endpoints with {@code &} between them that ring together: one atomic action carries the whole offer, and
 * Asterisk echoes it in the dial events. Used again for each event; never allocates. Runs on: event loop.
 */
final class OfferExten {
    private long offerId;
    private int endpointFrom;
    private int endpointLength;
    private boolean lent;
    private boolean several;

    /** Reads the header's value; false: it is no offer's extension. */
    boolean read(AmiBlock block, AmiHeader header) {
        byte[] bytes = block.bytes();
        int from = block.offset(header);
        int to = from + block.length(header);
        if (to - from < 6 || bytes[from] != 'o' || bytes[from + 1] != '_') {
            return false;
        }
        int afterOffer = separator(bytes, from + 2, to);
        int afterRing = separator(bytes, afterOffer + 1, to);
        offerId = Decimal.parse(bytes, from + 2, afterOffer);
        endpointFrom = afterRing + 1;
        endpointLength = to - endpointFrom;
        lent = separator(bytes, endpointFrom, to) < to;
        several = find(bytes, endpointFrom, to, '&') < to;
        return offerId > 0 && endpointLength > 0 && Decimal.parse(bytes, afterOffer + 1, afterRing) >= 0;
    }

    long offerId() {
        return offerId;
    }

    /** It goes over a trunk to an agent of another centre. */
    boolean isLent() {
        return lent;
    }

    /** Several phones ring together; the offer is that of the first. */
    boolean isSeveral() {
        return several;
    }

    /** Of the endpoint and, if there is one, the centre: what {@link PbxDirectory#agentAt} knows him by. */
    int endpointFrom() {
        return endpointFrom;
    }

    int endpointLength() {
        return endpointLength;
    }

    /** Writes an offer's extension at the start of {@code target} and returns its length. */
    static int write(byte[] target, long offerId, int ringSeconds, byte[] endpoint) {
        target[0] = 'o';
        target[1] = '_';
        int at = Decimal.write(target, 2, offerId);
        target[at] = '_';
        at = Decimal.write(target, at + 1, ringSeconds);
        target[at] = '_';
        System.arraycopy(endpoint, 0, target, at + 1, endpoint.length);
        return at + 1 + endpoint.length;
    }

    /** Lets one more phone ring together with those that were written, and returns the new length. */
    static int writeMore(byte[] target, int length, byte[] endpoint) {
        target[length] = '&';
        System.arraycopy(endpoint, 0, target, length + 1, endpoint.length);
        return length + 1 + endpoint.length;
    }

    private static int separator(byte[] bytes, int from, int to) {
        return find(bytes, from, to, '_');
    }

    private static int find(byte[] bytes, int from, int to, char wanted) {
        int at = from;
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
