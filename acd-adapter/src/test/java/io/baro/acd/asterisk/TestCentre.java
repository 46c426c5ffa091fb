package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.DialableNumbers;
import io.baro.acd.customer.NumberSeal;
import io.baro.engine.port.Ingress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The PBX that was recorded: its agents, queues and numbers, and the parts of a link to it. */
final class TestCentre {
    static final String SYSTEM_NAME = "seoul-7f3a9c";
    static final PbxDirectory DIRECTORY = new PbxDirectory(
            3,
            List.of(
                    new PbxDirectory.AgentEntry(0, "a1001"),
                    new PbxDirectory.AgentEntry(1, "a2001"),
                    new PbxDirectory.AgentEntry(2, "a5001"),
                    new PbxDirectory.AgentEntry(3, "a9001"),
                    new PbxDirectory.AgentEntry(4, "a3001"),
                    new PbxDirectory.AgentEntry(5, "a4001"),
                    new PbxDirectory.AgentEntry(6, "a6001"),
                    new PbxDirectory.AgentEntry(7, "a8001"),
                    new PbxDirectory.AgentEntry(8, "a2002"),
                    PbxDirectory.AgentEntry.lent(20, "a1001", "busan"),
                    PbxDirectory.AgentEntry.lent(21, "a2001", "busan")),
            List.of(
                    new PbxDirectory.QueueEntry(10, "general"),
                    new PbxDirectory.QueueEntry(11, "contribution"),
                    new PbxDirectory.QueueEntry(12, "benefits")),
            Map.of("15771001", 11),
            10);

    /** Few, as some tests make thousands of links. */
    private static final int MAX_CHANNELS = 32;

    /** Empty but where a test fills it. */
    static final CustomerDirectory CUSTOMERS = customers();

    private static final Callers CALLERS = new Callers(keys(), CUSTOMERS, seal(), () -> 1_795_324_526_000L);

    /** Any number of the country, at any hour. */
    static final CallbackTerms TERMS = new CallbackTerms(
            new DialableNumbers(8, DialableNumbers.MOST_DIGITS, List.of("0"), List.of("00", "060")),
            Optional.empty(),
            ZoneId.of("Asia/Seoul"));

    private TestCentre() {}

    static PbxLinkSettings settings(int port, String actionsSecret, Duration heartbeat) {
        return new PbxLinkSettings(
                3,
                "seoul",
                "127.0.0.1",
                port,
                SYSTEM_NAME,
                "acd-ev",
                "ev-secret",
                "acd-act",
                actionsSecret,
                Optional.empty(),
                heartbeat,
                Duration.ofSeconds(5));
    }

    static CallerKeys keys() {
        return new CallerKeys(new byte[CallerKeys.KEY_BYTES]);
    }

    static CustomerDirectory customers() {
        return new CustomerDirectory(ZoneId.of("Asia/Seoul"));
    }

    static NumberSeal seal() {
        return new NumberSeal(new byte[NumberSeal.KEY_BYTES]);
    }

    static LinkParts parts(Ingress ingress) {
        PbxLinkSettings settings = settings(5038, "act-secret", Duration.ofSeconds(2));
        return new LinkParts(settings, DIRECTORY, CALLERS, TERMS, ingress, new LinkCounters(), MAX_CHANNELS);
    }

    /** Notes what concerns the link. */
    static final class LinkNotes implements EventTranslator.LinkEvents {
        int echoes;
        int shutdowns;
        int boots;
        int longTail;

        @Override
        public void onHeartbeatEcho(AmiBlock block) {
            echoes++;
        }

        @Override
        public void onShutdown() {
            shutdowns++;
        }

        @Override
        public void onBooted() {
            boots++;
        }

        @Override
        public void onLongTail(AmiBlock block) {
            longTail++;
        }
    }
}
