package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.IdRegister;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.callcenter.ReservationBook;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.routing.Snapshot;
import io.baro.engine.routing.SnapshotException;
import io.baro.engine.runtime.single.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What a state that was put aside promised, with the names that its ids stand for. Changes nothing there. Main thread.
 *
 * @param ids of that state
 */
record AsideState(ReservationBook book, IdRegister ids) {

    /**
     * Makes it again from snapshot and journal.
     *
     * @throws IOException with a line for the operator, when it cannot be made
     */
    static AsideState of(Path aside, Configuration configuration) throws IOException {
        IdRegister ids = IdRegister.open(aside);
        SnapshotFiles files = new SnapshotFiles(aside.resolve(KeptState.SNAPSHOTS));
        JournalReader journal = JournalReader.open(aside.resolve(KeptState.JOURNAL));
        Recovery.Recovered state = new Recovery(limits(files, configuration), files, journal::read).run();
        return new AsideState(state.router().center().reservations(), ids);
    }

    /** Those that somebody still wants, in the order they were made. */
    List<Reservation> open() {
        return IntStream.range(0, book.size())
                .mapToObj(book::at)
                .filter(reservation -> !reservation.withdrawn)
                .toList();
    }

    /** Its centre's name; empty: that state does not tell it. */
    String centreOf(long reservationId) {
        int pbxId = CallIds.pbxOf(reservationId);
        return pbxId < ids.centres().size() ? ids.centres().get(pbxId) : "";
    }

    /** Its queue's name; empty: that state does not tell it. */
    String queueOf(Reservation reservation) {
        int queues = ids.queues().size();
        return queues == 0 ? "" : ids.queues().get(reservation.queueId() % queues);
    }

    /** The sizes that it was written with: those of a snapshot, as one of others cannot be read. */
    private static Limits limits(SnapshotFiles files, Configuration configuration) throws IOException {
        for (SnapshotFiles.Kept kept : files.newestFirst()) {
            UnsafeBuffer bytes = new UnsafeBuffer(Files.readAllBytes(kept.file()));
            try {
                return Snapshot.of(bytes, 0, bytes.capacity()).limits();
            } catch (SnapshotException unreadable) {
                // The one before it; the recovery says so.
            }
        }
        return Server.limits(configuration);
    }
}
