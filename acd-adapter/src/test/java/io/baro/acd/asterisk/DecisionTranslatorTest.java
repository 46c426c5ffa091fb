package io.baro.acd.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.ami.ActionId;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.ConfirmReservationEncoder;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.DialCallbackEncoder;
import io.baro.engine.message.DivertCallEncoder;
import io.baro.engine.message.HoldInQueueEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallEncoder;
import io.baro.engine.message.OfferCallbackEncoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.RefuseReservationEncoder;
import io.baro.engine.message.ResyncPbxDecoder;
import io.baro.engine.message.ResyncPbxEncoder;
import io.baro.engine.message.RouteToMenuDecoder;
import io.baro.engine.message.RouteToMenuEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Every decision that a PBX must obey, and the bytes that come of it. */
class DecisionTranslatorTest implements DecisionTranslator.Actions {
    private static final long CALL = CallIds.of(3, 1795324526, 5);

    private final CommandLog log = new CommandLog();
    private final LinkParts parts = TestCentre.parts(log);
    private final UnsafeBuffer pen = new UnsafeBuffer(new byte[512]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ByteBuf out = Unpooled.buffer();
    private final ActionId actionId = new ActionId();
    private final DecisionTranslator translator = new DecisionTranslator(this);
    private int resyncs;

    @Override
    public void move(Redirects.Move move) {
        parts.redirects.move(move, actionId, out);
    }

    @Override
    public void dial(DialCallbackDecoder decision) {
        parts.callbackDials.dial(decision, actionId, out);
    }

    @Override
    public void resync() {
        resyncs++;
    }

    private void knowTheCaller() {
        byte[] name = PbxDirectory.ascii("PJSIP/trunk-5");
        parts.channels.caller(CALL, name, 0, name.length);
    }

    private void assertGoesTo(String context, String exten) {
        translator.onDecision(pen, 0);
        String action = out.toString(StandardCharsets.US_ASCII);
        String id = new String(actionId.bytes(), 0, actionId.length(), StandardCharsets.US_ASCII);
        assertEquals(
                "Action: Redirect\r\nActionID: " + id + "\r\nChannel: PJSIP/trunk-5\r\nContext: " + context
                        + "\r\nExten: " + exten + "\r\nPriority: 1\r\n\r\n",
                action);
    }

    @Test
    void routeToMenuGoesToTheMenu() {
        knowTheCaller();
        new RouteToMenuEncoder().wrapAndApplyHeader(pen, 0, header).callId(CALL);
        assertGoesTo("acd-menu", "s");
    }

    @Test
    void holdInQueueGoesToTheParkLoopOfTheQueue() {
        knowTheCaller();
        new HoldInQueueEncoder().wrapAndApplyHeader(pen, 0, header).callId(CALL).queueId(12);
        assertGoesTo("acd-wait", "q_benefits");
    }

    @Test
    void offerCallCarriesOfferRingTimeAndEndpoint() {
        knowTheCaller();
        offer(7_000_000_001L, 0, 15_900);
        assertGoesTo("acd-dial", "o_7000000001_15_a1001");
    }

    @Test
    void offerToAnAgentOfAnotherCentreNamesTheCentre() {
        knowTheCaller();
        offer(7_000_000_001L, 20, 15_900);
        assertGoesTo("acd-dial", "o_7000000001_15_a1001_busan");
    }

    @Test
    void offersThatRingTogetherAreOneMove() {
        knowTheCaller();
        ring(0, 0, true);
        translator.onDecision(pen, 0);
        ring(2, 1, true);
        translator.onDecision(pen, 0);
        assertEquals(0, out.readableBytes());
        ring(1, 2, false);
        assertGoesTo("acd-dial", "o_" + OfferIds.of(7, 0) + "_15_a1001&a5001&a2001");
    }

    @Test
    void offerThatFollowsARingRingsAlone() {
        knowTheCaller();
        ring(0, 0, true);
        translator.onDecision(pen, 0);
        ring(2, 1, false);
        translator.onDecision(pen, 0);
        parts.redirects.clear();
        out.clear();
        offer(7_000_000_001L, 0, 15_900);
        assertGoesTo("acd-dial", "o_7000000001_15_a1001");
    }

    @Test
    void ringOfAnAgentWhomThePbxDoesNotKnowIsRefusedWhole() {
        knowTheCaller();
        ring(0, 0, true);
        translator.onDecision(pen, 0);
        ring(99, 1, false);
        translator.onDecision(pen, 0);
        assertEquals(
                "RedirectRefused 1795324526.5 offer=" + OfferIds.of(7, 0) + " gone=0",
                log.lines().getFirst());
        assertEquals(0, out.readableBytes());
    }

    @Test
    void longestOfferFitsAnExtension() {
        byte[] exten = new byte[128];
        byte[] address = PbxDirectory.ascii("a".repeat(PbxDirectory.MAX_ADDRESS_BYTES));
        assertEquals(79, OfferExten.write(exten, Long.MAX_VALUE, 9_999, address));
    }

    @Test
    void phoneRingsForASecondAtLeast() {
        knowTheCaller();
        offer(1, 0, 200);
        assertGoesTo("acd-dial", "o_1_1_a1001");
    }

    @Test
    void refusedReservationGoesToTheApologyThatSaysWhy() {
        knowTheCaller();
        new RefuseReservationEncoder()
                .wrapAndApplyHeader(pen, 0, header)
                .callId(CALL)
                .reason(RefusalReason.NOT_DIALABLE);
        assertGoesTo("acd-callback-no", "number");
    }

    @Test
    void callbackIsOneOriginateOfAChannelWhoseIdsFollowFromTheReservation() {
        dial("01012345678", false);
        String id = new String(actionId.bytes(), 0, actionId.length(), StandardCharsets.US_ASCII);
        long epoch = 1795324526L + (1L << 31);
        assertEquals(
                "Action: Originate\r\nActionID: " + id + "\r\nChannel: Local/o_7000000001_15_a1001@acd-callback-agent/n"
                        + "\r\nContext: acd-callback-call\r\nExten: s\r\nPriority: 1\r\nTimeout: 25000\r\nAsync: true"
                        + "\r\nChannelId: seoul-7f3a9c-c" + epoch + ".5\r\nOtherChannelId: seoul-7f3a9c-" + epoch + ".5"
                        + "\r\nVariable: __ACD_CALL=" + epoch + ".5\r\nVariable: ACD_ATTEMPT=2"
                        + "\r\nVariable: ACD_CUSTOMER_RING=45\r\nVariable: ACD_QUEUE=general"
                        + "\r\nVariable: ACD_NUMBER=01012345678\r\n\r\n",
                out.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void customerFirstSwapsTheHalvesAndTheNearOneIsTheCall() {
        dial("01012345678", true);
        String sent = out.toString(StandardCharsets.US_ASCII);
        long epoch = 1795324526L + (1L << 31);
        String way = sent.substring(sent.indexOf("Channel:"), sent.indexOf("\r\nVariable:"));
        assertEquals(
                "Channel: Local/o_7000000001_15_a1001@acd-callback-customer/n\r\nContext: acd-callback-line"
                        + "\r\nExten: o_7000000001_15_a1001\r\nPriority: 1\r\nTimeout: 55000\r\nAsync: true"
                        + "\r\nChannelId: seoul-7f3a9c-" + epoch + ".5\r\nOtherChannelId: seoul-7f3a9c-c" + epoch
                        + ".5",
                way);
    }

    @Test
    void offerOfACallbackThatIsToBeDialledMovesNobody() {
        offer(CallIds.callbackOf(CALL), 7_000_000_001L, 0, 15_000);
        pen.putByte(MessageHeaderEncoder.ENCODED_LENGTH + OfferCallDecoder.dialFollowsEncodingOffset(), (byte) 1);
        translator.onDecision(pen, 0);
        assertEquals(0, out.readableBytes());
    }

    @Test
    void callbackWithASealThatIsNotOursIsAnAttemptThatFailed() {
        dial("", false);
        assertEquals(0, out.readableBytes());
        String callback = (1795324526L + (1L << 31)) + ".5";
        assertEquals(
                List.of(
                        "CallbackProgressed " + callback + " attempt=2 ENDED NOANSWER cause=0",
                        "RedirectRefused " + callback + " offer=7000000001 gone=1"),
                log.lines());
    }

    /** What the decision to dial becomes; without a number the field holds no seal. */
    private void dial(String number, boolean customerFirst) {
        DialCallbackEncoder dial = new DialCallbackEncoder()
                .wrapAndApplyHeader(pen, 0, header)
                .offerId(7_000_000_001L)
                .callId(CallIds.callbackOf(CALL))
                .agentId(0)
                .queueId(10)
                .ringMillis(15_000)
                .customerRingMillis(45_000)
                .attempt((short) 2)
                .customerFirst((short) (customerFirst ? 1 : 0));
        byte[] ascii = number.getBytes(StandardCharsets.US_ASCII);
        if (!number.isEmpty()) {
            TestCentre.seal()
                    .seal(
                            new UnsafeBuffer(ascii),
                            0,
                            ascii.length,
                            pen,
                            dial.offset() + DialCallbackEncoder.numberEncodingOffset());
        }
        translator.onDecision(pen, 0);
    }

    @Test
    void offerCallbackGoesToTheQuestion() {
        knowTheCaller();
        new OfferCallbackEncoder().wrapAndApplyHeader(pen, 0, header).callId(CALL);
        assertGoesTo("acd-callback", "s");
    }

    @Test
    void confirmedReservationGoesToTheConfirmation() {
        knowTheCaller();
        new ConfirmReservationEncoder().wrapAndApplyHeader(pen, 0, header).callId(CALL);
        assertGoesTo("acd-callback-ok", "s");
    }

    @Test
    void refusedReservationGoesToTheApology() {
        knowTheCaller();
        new RefuseReservationEncoder().wrapAndApplyHeader(pen, 0, header).callId(CALL);
        assertGoesTo("acd-callback-no", "s");
    }

    @Test
    void divertedCallGoesToTheFallback() {
        knowTheCaller();
        new DivertCallEncoder().wrapAndApplyHeader(pen, 0, header).callId(CALL);
        assertGoesTo("acd-divert", "s");
    }

    @Test
    void resyncPbxBeginsAResync() {
        new ResyncPbxEncoder().wrapAndApplyHeader(pen, 0, header).pbxId((short) 3);
        translator.onDecision(pen, 0);
        assertEquals(1, resyncs);
    }

    @Test
    void offerToAnAgentWhomThePbxDoesNotKnowIsRefused() {
        knowTheCaller();
        offer(9, 99, 20_000);
        translator.onDecision(pen, 0);
        assertEquals("RedirectRefused 1795324526.5 offer=9 gone=0", log.lines().getFirst());
        assertEquals(0, out.readableBytes());
        assertTrue(parts.redirects.hasRoom());
    }

    @Test
    void channelNameWithALineFeedNeverReachesThePbx() {
        byte[] name = PbxDirectory.ascii("PJSIP/x\r\nAction: Originate");
        parts.channels.caller(CALL, name, 0, name.length);
        offer(9, 0, 20_000);
        translator.onDecision(pen, 0);
        assertEquals(0, out.readableBytes());
        assertEquals(1, parts.counters.get(LinkCounters.Count.ACTIONS_REFUSED));
        assertEquals("RedirectRefused 1795324526.5 offer=9 gone=0", log.lines().getFirst());
    }

    @Test
    void factsForReadModelsAreNoInstructions() {
        assertTrue(DecisionTranslator.isInstruction(RouteToMenuDecoder.TEMPLATE_ID));
        assertTrue(DecisionTranslator.isInstruction(ResyncPbxDecoder.TEMPLATE_ID));
        assertFalse(DecisionTranslator.isInstruction(CallAdmittedDecoder.TEMPLATE_ID));
    }

    private void ring(int agentId, int index, boolean moreFollow) {
        new OfferCallEncoder()
                .wrapAndApplyHeader(pen, 0, header)
                .offerId(OfferIds.of(7, agentId))
                .callId(CALL)
                .agentId(agentId)
                .ringMillis(15_000)
                .ringIndex((short) index)
                .moreFollow((short) (moreFollow ? 1 : 0))
                .dialFollows((short) 0);
    }

    private void offer(long offerId, int agentId, long ringMillis) {
        offer(CALL, offerId, agentId, ringMillis);
    }

    private void offer(long callId, long offerId, int agentId, long ringMillis) {
        new OfferCallEncoder()
                .wrapAndApplyHeader(pen, 0, header)
                .offerId(offerId)
                .callId(callId)
                .agentId(agentId)
                .ringMillis(ringMillis)
                .ringIndex((short) 0)
                .moreFollow((short) 0)
                .dialFollows((short) 0);
    }
}
