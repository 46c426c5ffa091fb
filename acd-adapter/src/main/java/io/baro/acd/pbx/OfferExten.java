package io.baro.acd.pbx;

import java.util.List;

/**
 * Owns what {@code acd-dial} reads from its extension {@code o_<offer>_<ringSeconds>_<endpoint>}, with {@code _<centre>} at its end for
 * an agent of another centre, or with several endpoints that ring together and {@code &} between them. Immutable.
 *
 * @param endpoint of several: all of them
 * @param centre empty: the agent is one of this PBX
 * @param valid whether the dialplan's whitelist would let it pass
 */
record OfferExten(String offer, int ringSeconds, String endpoint, String centre, boolean valid) {
    /** Nobody rings for longer than a day. */
    private static final int MOST_RING_DIGITS = 5;

    static OfferExten parse(String exten) {
        int offerEnd = exten.indexOf('_', 2);
        int ringEnd = offerEnd < 0 ? -1 : exten.indexOf('_', offerEnd + 1);
        if (ringEnd < 0) {
            return new OfferExten(offerEnd < 0 ? digits(exten.substring(2)) : "", 0, "", "", false);
        }
        String offer = exten.substring(2, offerEnd);
        String ring = exten.substring(offerEnd + 1, ringEnd);
        int endpointEnd = exten.indexOf('_', ringEnd + 1);
        boolean lent = endpointEnd >= 0;
        String endpoint = exten.substring(ringEnd + 1, lent ? endpointEnd : exten.length());
        String centre = lent ? exten.substring(endpointEnd + 1) : "";
        boolean valid = isNumber(offer)
                && isNumber(ring)
                && ring.length() <= MOST_RING_DIGITS
                && ring.charAt(0) != '0'
                && (lent
                        ? Dialplan.isName(endpoint, 0) && Dialplan.isName(centre, 0)
                        : endpoints(endpoint).stream().allMatch(name -> Dialplan.isName(name, 0)));
        return new OfferExten(digits(offer), valid ? Integer.parseInt(ring) : 0, endpoint, centre, valid);
    }

    /** Those that ring together, or the one. */
    List<String> endpoints() {
        return endpoints(endpoint);
    }

    private static List<String> endpoints(String joined) {
        return List.of(joined.split("&", -1));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String digits(String text) {
        return isNumber(text) ? text : "";
    }
}
