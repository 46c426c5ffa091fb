package io.baro.acd.app;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalException;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.message.AgentLoggedInEncoder;
import io.baro.engine.message.CallArrivedEncoder;
import io.baro.engine.message.CallHungUpEncoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferProgressedEncoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.ResyncBeganEncoder;
import io.baro.engine.message.ResyncCompletedEncoder;
import io.baro.engine.port.Actor;
import java.nio.file.Path;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A small recorded journal: a caller of 70 is offered to two agents, the first does not answer. */
final class RecordedStory {
    /** 2026-11-23 09:00 in Seoul. */
    static final long NINE = 1_795_392_000_000L;

    static final long CALL = CallIds.of(0, NINE / 1_000 + 10, 17);
    private static final long KEY = 5_551_234;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OfferProgressedEncoder progressed = new OfferProgressedEncoder();
    private final FileJournal journal;
    private long sequence;

    private RecordedStory(Path file) throws JournalException {
        journal = FileJournal.open(file, JournalSettings.standard(), () -> 0);
    }

    static void write(Path file, List<DirectBuffer> configuration) throws JournalException {
        RecordedStory story = new RecordedStory(file);
        configuration.forEach(command -> story.append(0, command, command.capacity()));
        story.tell();
        story.journal.close();
    }

    private void tell() {
        send(
                0,
                new ResyncBeganEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .pbxId((short) 0)
                        .restarted((short) 0)
                        .encodedLength());
        send(
                0,
                new ResyncCompletedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .pbxId((short) 0)
                        .encodedLength());
        send(
                0,
                new AgentLoggedInEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .agentId(0)
                        .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                        .encodedLength());
        send(
                4_000,
                new AgentLoggedInEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .agentId(1)
                        .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                        .encodedLength());
        send(
                10_000,
                new CallArrivedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(CALL)
                        .callerKey(KEY)
                        .callerAge((short) 70)
                        .queueId(0)
                        .dedicatedAgentId(-1)
                        .teamQueueId(-1)
                        .encodedLength());
        offersAndTheEnd();
    }

    private void offersAndTheEnd() {
        offer(10_002, 1, 0, OfferStage.DIALLED, DialStatus.NONE);
        offer(10_003, 1, 0, OfferStage.RINGING, DialStatus.NONE);
        offer(30_002, 1, 0, OfferStage.DIAL_ENDED, DialStatus.NOANSWER);
        offer(30_002, 1, 0, OfferStage.LEG_ENDED, DialStatus.NONE);
        offer(30_003, 1, 0, OfferStage.RETURNED, DialStatus.NOANSWER);
        offer(30_005, 2, 1, OfferStage.DIALLED, DialStatus.NONE);
        offer(30_006, 2, 1, OfferStage.RINGING, DialStatus.NONE);
        offer(33_000, 2, 1, OfferStage.DIAL_ENDED, DialStatus.ANSWER);
        offer(33_000, 2, 1, OfferStage.CONNECTED, DialStatus.NONE);
        offer(120_000, 2, 1, OfferStage.LEG_ENDED, DialStatus.NONE);
        send(
                120_000,
                new CallHungUpEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(CALL)
                        .cause((short) 16)
                        .encodedLength());
    }

    private void offer(long afterMillis, int count, int agentId, OfferStage stage, DialStatus status) {
        progressed
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(OfferIds.of(count, agentId))
                .callId(CALL)
                .stage(stage)
                .dialStatus(status)
                .cause((short) 0)
                .techCause((short) 0);
        send(afterMillis, progressed.encodedLength());
    }

    private void send(long afterMillis, int bodyLength) {
        append(afterMillis, buffer, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }

    private void append(long afterMillis, DirectBuffer command, int length) {
        journal.append(sequence++, NINE + afterMillis, command, 0, length);
    }
}
