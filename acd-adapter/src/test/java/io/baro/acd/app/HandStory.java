package io.baro.acd.app;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalException;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.message.CallArrivedEncoder;
import io.baro.engine.message.CallMovedEncoder;
import io.baro.engine.message.CallRankedEncoder;
import io.baro.engine.message.CallWithdrawnEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.PbxLostEncoder;
import io.baro.engine.port.Actor;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;

/** A journal goes on with a caller of 70 to whom nobody can be given: he is ranked, moved and taken out of the line by hand. */
final class HandStory {
    static final long BOOST_MILLIS = 300_000;
    static final int TO_QUEUE = 1;

    private static final long KEY = 5_551_234;
    private static final Actor KIM = Actor.named("kim");

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final FileJournal journal;
    private final long beganMillis;
    private long sequence;

    private HandStory(FileJournal journal, long beganMillis) {
        this.journal = journal;
        this.beganMillis = beganMillis;
        sequence = journal.durableSequence() + 1;
    }

    /** Appends it from that time on; the caller's call. */
    static long appendTo(Path directory, long beganMillis) throws JournalException {
        long callId = CallIds.of(0, beganMillis / 1_000, 18);
        try (FileJournal journal = FileJournal.open(directory, JournalSettings.standard(), () -> 0)) {
            new HandStory(journal, beganMillis).tell(callId);
        }
        return callId;
    }

    private void tell(long callId) {
        send(
                0,
                new PbxLostEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .pbxId((short) 0)
                        .encodedLength());
        send(
                0,
                new CallArrivedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(callId)
                        .callerKey(KEY)
                        .callerAge((short) 70)
                        .queueId(0)
                        .dedicatedAgentId(-1)
                        .teamQueueId(-1)
                        .encodedLength());
        send(
                1_000,
                new CallRankedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(callId)
                        .boostMillis(BOOST_MILLIS)
                        .putActor(KIM.bytes(), 0, Actor.BYTES)
                        .encodedLength());
        moved(2_000, callId);
        moved(2_500, callId);
        send(
                3_000,
                new CallWithdrawnEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(callId)
                        .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                        .encodedLength());
    }

    private void moved(long afterMillis, long callId) {
        send(
                afterMillis,
                new CallMovedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(callId)
                        .queueId(TO_QUEUE)
                        .putActor(KIM.bytes(), 0, Actor.BYTES)
                        .encodedLength());
    }

    private void send(long afterMillis, int bodyLength) {
        int length = MessageHeaderEncoder.ENCODED_LENGTH + bodyLength;
        journal.append(sequence++, beganMillis + afterMillis, buffer, 0, length);
    }
}
