package io.baro.acd.pbx;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Owns the actions that answer with a list or with the state of the whole PBX. Keeps no state. Runs on the loop's thread. */
final class ListActions {
    private static final long MICROS = 1_000_000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final EmbeddedPbx pbx;

    ListActions(EmbeddedPbx pbx) {
        this.pbx = pbx;
    }

    void channels(AmiReply reply) {
        reply.listBegins("Channels will follow");
        int items = 0;
        for (PbxChannel channel : pbx.channels().all()) {
            reply.item("CoreShowChannel", snapshot(channel));
            items++;
        }
        reply.listEnds("CoreShowChannelsComplete", items);
    }

    void deviceStates(AmiReply reply) {
        reply.listBegins("Device State Changes will follow");
        int items = 0;
        for (AgentPhone phone : pbx.phones()) {
            reply.item(
                    "DeviceStateChange", "Device: PJSIP/" + phone.endpoint() + "\r\nState: " + phone.device() + "\r\n");
            items++;
        }
        reply.listEnds("DeviceStateListComplete", items);
    }

    void status(AmiReply reply) {
        var started = Instant.ofEpochSecond(pbx.startedSeconds()).atZone(ZoneId.systemDefault());
        String date = DATE.format(started);
        String time = TIME.format(started);
        reply.data("CoreStartupDate: " + date + "\r\nCoreStartupTime: " + time + "\r\nCoreReloadDate: " + date
                + "\r\nCoreReloadTime: " + time + "\r\nCoreCurrentCalls: "
                + pbx.channels().all().size() + "\r\nCoreProcessedCalls: " + pbx.callsProcessed() + "\r\n");
    }

    private String snapshot(PbxChannel channel) {
        long seconds = (pbx.clock().nowMicros() - channel.bornMicros) / MICROS;
        return "Channel: " + channel.name
                + "\r\nChannelState: " + channel.state.number
                + "\r\nChannelStateDesc: " + channel.state.description
                + "\r\nCallerIDNum: " + Ascii.text(channel.callerNumber)
                + "\r\nCallerIDName: <unknown>"
                + "\r\nConnectedLineNum: " + Ascii.text(channel.connectedNumber)
                + "\r\nConnectedLineName: <unknown>"
                + "\r\nLanguage: en\r\nAccountCode: "
                + "\r\nContext: " + Ascii.text(channel.context)
                + "\r\nExten: " + Ascii.text(channel.exten)
                + "\r\nPriority: " + channel.priority
                + "\r\nUniqueid: " + Ascii.text(channel.uniqueId)
                + "\r\nLinkedid: " + Ascii.text(channel.linkedId)
                + "\r\nChanVariable: ACD_CALL=" + Ascii.text(channel.acdCall)
                + "\r\nApplication: " + channel.application
                + "\r\nApplicationData: " + channel.applicationData
                + "\r\nDuration: " + String.format("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                + "\r\nBridgeId: " + Ascii.text(channel.bridgeId)
                + "\r\n";
    }
}
