package io.baro.acd.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.List;

/**
 * Finds names in a parsed condition that mean nothing, before CEL does: it knows what was meant. Used by the one thread that
 * loads.
 */
final class FieldNames {
    private static final String DURATION = "duration";
    private static final String CONTACTS = ConditionField.CALLER_CONTACTS.text();

    private final CelAbstractSyntaxTree tree;
    private final DurationLiterals source;
    private final ConditionNames names;

    FieldNames(CelAbstractSyntaxTree tree, DurationLiterals source, ConditionNames names) {
        this.tree = tree;
        this.source = source;
        this.names = names;
    }

    void check() throws ConditionException {
        check(tree.getExpr());
    }

    private void check(CelExpr expr) throws ConditionException {
        switch (expr.getKind()) {
            case IDENT, SELECT -> field(expr);
            case CALL -> call(expr);
            case LIST -> {
                for (CelExpr element : expr.list().elements()) {
                    check(element);
                }
            }
            case CONSTANT -> {}
            default ->
                throw new ConditionException(
                        offset(expr), "rules know no messages or maps", "write " + ConditionCompiler.OPERATORS);
        }
    }

    private void field(CelExpr expr) throws ConditionException {
        String name = dotted(expr);
        if (name.equals(CONTACTS)) {
            throw new ConditionException(offset(expr), name + " has no window", "write caller.contacts(24h)");
        }
        if (ConditionField.named(name) == null) {
            throw unknown(expr, "field", name);
        }
    }

    private void call(CelExpr expr) throws ConditionException {
        CelExpr.CelCall call = expr.call();
        String name = call.function();
        if (call.target().isPresent()) {
            name = dotted(call.target().get()) + "." + name;
            if (!name.equals(CONTACTS)) {
                throw unknown(call.target().get(), "function", name);
            }
        } else if (Character.isLetter(name.charAt(0)) && !name.equals(DURATION)) {
            throw unknown(expr, "function", name);
        }
        for (CelExpr argument : call.args()) {
            check(argument);
        }
    }

    private ConditionException unknown(CelExpr expr, String what, String name) {
        List<String> fields = ConditionField.WRITTEN.stream()
                .map(field -> field.replace("(24h)", ""))
                .toList();
        int start = expr.getKind() == CelExpr.ExprKind.Kind.CALL ? offset(expr) - name.length() : offset(expr);
        return new ConditionException(
                start,
                "unknown " + what + " \"" + name + "\"",
                NearestName.remedy(name, fields, otherwise(what, name)));
    }

    private String otherwise(String what, String name) {
        if (names.queues().contains(name) || names.centres().contains(name)) {
            return "write it in quotes: '" + name + "'";
        }
        return what.equals("function")
                ? "write caller.contacts(24h) or duration('4m') and " + ConditionCompiler.OPERATORS
                : "write one of: " + String.join(", ", ConditionField.WRITTEN);
    }

    /** The name with its dots; of something else, nothing that is a field. */
    private static String dotted(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> expr.ident().name();
            case SELECT -> dotted(expr.select().operand()) + "." + expr.select().field();
            default -> "(...)";
        };
    }

    /** Where it begins: CEL keeps the place of a selection's dot. */
    private int offset(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            return offset(expr.select().operand());
        }
        return source.origin(tree.getSource().getPositionsMap().getOrDefault(expr.id(), 0));
    }
}
