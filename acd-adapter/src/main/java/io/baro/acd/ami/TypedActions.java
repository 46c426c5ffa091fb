package io.baro.acd.ami;

import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asteriskjava.manager.action.ManagerAction;

/**
 * Writes Asterisk-Java's typed actions through our strict encoder: their own writer lets a line feed in a value become a second
 * action. For rare actions only (login, lists): it makes Strings. The getters of a class are looked up once. Runs on: event loop.
 */
public final class TypedActions {

    private record Property(String name, MethodHandle getter) {}

    private final AmiEncoder encoder;
    private final Map<Class<?>, List<Property>> properties = new HashMap<>();

    public TypedActions(AmiEncoder encoder) {
        this.encoder = encoder;
    }

    /** Encodes the action under its own ActionID, if it has one; false: refused, see the encoder. */
    public boolean encode(ByteBuf out, ManagerAction action) {
        encoder.begin(out, bytes(action.getAction()));
        if (action.getActionId() != null) {
            encoder.header(bytes(AmiHeader.ACTION_ID.text()), bytes(action.getActionId()));
        }
        for (Property property : properties.computeIfAbsent(action.getClass(), TypedActions::readable)) {
            header(property, valueOf(property, action));
        }
        return encoder.end();
    }

    private void header(Property property, Object value) {
        if (value instanceof Map<?, ?> variables) {
            // Asterisk splits a header of several variables at commas: one header each.
            byte[] name = singular(property.name());
            variables.forEach((key, content) -> encoder.header(name, bytes(key + "=" + content)));
        } else if (value != null) {
            encoder.header(bytes(property.name()), bytes(value.toString()));
        }
    }

    private static Object valueOf(Property property, ManagerAction action) {
        try {
            return property.getter().invoke(action);
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable impossible) {
            throw new IllegalStateException("getter of " + action.getAction() + " failed", impossible);
        }
    }

    private static List<Property> readable(Class<?> type) {
        List<Property> found = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (isProperty(method)) {
                found.add(new Property(nameOf(method), handle(method)));
            }
        }
        found.sort(Comparator.comparing(Property::name));
        return List.copyOf(found);
    }

    private static boolean isProperty(Method method) {
        return method.getName().startsWith("get")
                && method.getParameterCount() == 0
                && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass() != Object.class
                && !method.getName().equals("getAction")
                && !method.getName().equals("getActionId")
                && !Class.class.isAssignableFrom(method.getReturnType());
    }

    private static MethodHandle handle(Method getter) {
        try {
            return MethodHandles.publicLookup().unreflect(getter);
        } catch (IllegalAccessException hidden) {
            throw new IllegalArgumentException("action class must be public: " + getter.getDeclaringClass(), hidden);
        }
    }

    private static String nameOf(Method getter) {
        return getter.getName().substring("get".length());
    }

    private static byte[] singular(String name) {
        return bytes(name.endsWith("s") ? name.substring(0, name.length() - 1) : name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
