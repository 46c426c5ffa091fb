package io.baro.acd.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.asteriskjava.manager.action.LoginAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.junit.jupiter.api.Test;

class AmiEncoderTest {
    private final ByteBuf out = Unpooled.buffer();
    private final AmiEncoder encoder = new AmiEncoder();

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String written() {
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void actionIsHeadersAndABlankLine() {
        encoder.begin(out, ascii("Redirect")).header(ascii("Priority"), 1).header(ascii("Exten"), ascii("o_1_20_a1"));
        assertTrue(encoder.end());
        assertEquals("Action: Redirect\r\nPriority: 1\r\nExten: o_1_20_a1\r\n\r\n", written());
    }

    @Test
    void everyControlByteIsRefusedInValuesAndNames() {
        out.writeBytes(ascii("before"));
        for (int code = 0; code < 256; code++) {
            boolean control = code < 0x20 || code == 0x7F;
            String poisoned = "a" + (char) code + "b";
            encoder.begin(out, ascii("Setvar")).header(ascii("Value"), ascii(poisoned));
            assertEquals(!control, encoder.end(), "value with byte " + code);
            out.writerIndex("before".length());
            encoder.begin(out, ascii("Setvar")).header(ascii(poisoned), ascii("v"));
            assertEquals(!control && code != ':', encoder.end(), "name with byte " + code);
            out.writerIndex("before".length());
        }
    }

    @Test
    void refusedActionLeavesNoByteBehind() {
        out.writeBytes(ascii("before"));
        encoder.begin(out, ascii("Setvar"))
                .header(ascii("Variable"), ascii("x"))
                .header(ascii("Value"), ascii("1\r\n\r\nAction: Originate"));
        assertFalse(encoder.end());
        assertEquals(AmiEncoder.Refusal.CONTROL_BYTE, encoder.refusal());
        assertEquals("before", written());
    }

    @Test
    void lineOfAThousandBytesIsTheLongest() {
        int room = AmiEncoder.MAX_LINE_BYTES - "V: ".length();
        encoder.begin(out, ascii("A")).header(ascii("V"), ascii("x".repeat(room)));
        assertTrue(encoder.end());
        encoder.begin(out, ascii("A")).header(ascii("V"), ascii("x".repeat(room + 1)));
        assertFalse(encoder.end());
        assertEquals(AmiEncoder.Refusal.LINE_TOO_LONG, encoder.refusal());
    }

    @Test
    void headersAreCounted() {
        encoder.begin(out, ascii("A"));
        for (int i = 1; i < AmiEncoder.MAX_HEADERS; i++) {
            encoder.header(ascii("V"), i);
        }
        assertTrue(encoder.end());
        encoder.begin(out, ascii("A"));
        for (int i = 1; i <= AmiEncoder.MAX_HEADERS; i++) {
            encoder.header(ascii("V"), i);
        }
        assertFalse(encoder.end());
        assertEquals(AmiEncoder.Refusal.TOO_MANY_HEADERS, encoder.refusal());
    }

    @Test
    void typedActionGoesThroughItsGetters() {
        LoginAction login = new LoginAction("acd-ev", "MD5", "00ff", "on");
        login.setActionId("7");
        assertTrue(new TypedActions(encoder).encode(out, login));
        assertEquals(
                "Action: Login\r\nActionID: 7\r\nAuthType: MD5\r\nEvents: on\r\nKey: 00ff\r\nUsername: acd-ev\r\n\r\n",
                written());
    }

    @Test
    void typedActionCannotBecomeTwo() {
        assertFalse(new TypedActions(encoder).encode(out, new SetVarAction("x", "1\r\n\r\nAction: Originate")));
        assertEquals("", written());
    }

    @Test
    void eachVariableOfATypedActionHasAHeaderOfItsOwn() {
        OriginateAction originate = new OriginateAction();
        originate.setChannel("PJSIP/a1");
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("A", "1");
        variables.put("B", "2");
        originate.setVariables(variables);
        assertTrue(new TypedActions(encoder).encode(out, originate));
        assertTrue(written().contains("\r\nVariable: A=1\r\nVariable: B=2\r\n"), written());
    }

    @Test
    void actionIdComesBackWhole() {
        ActionId id = new ActionId();
        for (long number : new long[] {0, 1, 0xF, 0x10, Long.MAX_VALUE, -1}) {
            id.write((byte) 'r', number, 7);
            String header = "ActionID: " + new String(id.bytes(), 0, id.length(), StandardCharsets.US_ASCII);
            Blocks.each("Response: Success\n" + header + "\n\n", block -> {
                assertTrue(id.read(block));
                assertFalse(new ActionId().read(block), "another connection's id must not fit");
            });
            assertEquals('r', id.kind());
            assertEquals(number, id.first());
            assertEquals(7, id.second());
        }
    }
}
