package io.baro.acd.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.baro.engine.message.RuleOp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates a checked CEL tree; refuses what the router cannot compute. Used by the one thread that loads. */
final class CelTranslation {
    /** Contacts are remembered for a day: the model centre's rule asks for no more. */
    private static final Duration MAX_WINDOW = Duration.ofHours(24);

    private static final Pattern CEL_DURATION = Pattern.compile("([0-9]{1,9})(h|ms|m|s)");

    private final CelAbstractSyntaxTree tree;
    private final DurationLiterals source;
    private final ConditionNames names;

    CelTranslation(CelAbstractSyntaxTree tree, DurationLiterals source, ConditionNames names) {
        this.tree = tree;
        this.source = source;
        this.names = names;
    }

    Expression translate() throws ConditionException {
        return expression(tree.getExpr());
    }

    private Expression expression(CelExpr expr) throws ConditionException {
        return switch (expr.getKind()) {
            case CONSTANT -> new Expression.Constant(constant(expr));
            case IDENT -> new Expression.Value(ConditionField.named(expr.ident().name()), 0);
            case CALL -> call(expr, expr.call());
            default -> throw refused(expr, "this cannot be asked of a call", "write " + ConditionCompiler.OPERATORS);
        };
    }

    private long constant(CelExpr expr) throws ConditionException {
        CelConstant constant = expr.constant();
        return switch (constant.getKind()) {
            case INT64_VALUE -> constant.int64Value();
            case BOOLEAN_VALUE -> constant.booleanValue() ? 1 : 0;
            case STRING_VALUE ->
                throw refused(
                        expr,
                        "\"" + constant.stringValue() + "\" is compared with no name",
                        "compare queue.name or call.centre with it by ==, != or in");
            default -> throw refused(expr, "rules know whole numbers, times and names alone", "write one of these");
        };
    }

    private Expression call(CelExpr expr, CelExpr.CelCall call) throws ConditionException {
        List<CelExpr> args = call.args();
        return switch (call.function()) {
            case "_&&_" -> operation(expr, RuleOp.AND, args);
            case "_||_" -> operation(expr, RuleOp.OR, args);
            case "!_" -> operation(expr, RuleOp.NOT, args);
            case "_<_" -> operation(expr, RuleOp.LESS, args);
            case "_<=_" -> operation(expr, RuleOp.LESS_OR_EQUAL, args);
            case "_>_" -> operation(expr, RuleOp.GREATER, args);
            case "_>=_" -> operation(expr, RuleOp.GREATER_OR_EQUAL, args);
            case "_==_" -> equality(expr, RuleOp.EQUAL, args.getFirst(), args.getLast());
            case "_!=_" -> equality(expr, RuleOp.NOT_EQUAL, args.getFirst(), args.getLast());
            case "@in" -> in(expr, args.getFirst(), args.getLast());
            case "_+_" -> operation(expr, RuleOp.ADD, args);
            case "_-_" -> operation(expr, RuleOp.SUBTRACT, args);
            case "_*_" -> operation(expr, RuleOp.MULTIPLY, args);
            case "_/_" -> operation(expr, RuleOp.DIVIDE, args);
            case "-_" -> Folding.of(RuleOp.SUBTRACT, List.of(Expression.Constant.FALSE, expression(args.getFirst())));
            case "_?_:_" -> operation(expr, RuleOp.CHOOSE, args);
            case "duration" -> new Expression.Constant(duration(expr, args.getFirst()));
            default ->
                call.function().equals(ConditionField.CALLER_CONTACTS.text())
                        ? new Expression.Value(ConditionField.CALLER_CONTACTS, window(args.getFirst()))
                        : refusedOperator(expr, call.function());
        };
    }

    private Expression operation(CelExpr expr, RuleOp op, List<CelExpr> args) throws ConditionException {
        List<Expression> operands = new ArrayList<>();
        for (CelExpr arg : args) {
            operands.add(value(arg));
        }
        if (op == RuleOp.DIVIDE && operands.getLast() instanceof Expression.Constant(long divisor) && divisor == 0) {
            throw refused(expr, "division by zero", "divide by something else");
        }
        return Folding.of(op, operands);
    }

    /** An operand that is no name: names can be compared and nothing else. */
    private Expression value(CelExpr expr) throws ConditionException {
        Expression value = expression(expr);
        if (value instanceof Expression.Value(ConditionField field, long window) && field.isName()) {
            throw refused(expr, field.text() + " is compared with no name in quotes", "compare it by ==, != or in");
        }
        return value;
    }

    private Expression equality(CelExpr expr, RuleOp op, CelExpr left, CelExpr right) throws ConditionException {
        ConditionField leftName = nameField(left);
        ConditionField rightName = nameField(right);
        if (leftName != null) {
            return Folding.of(op, List.of(expression(left), place(leftName, right)));
        }
        if (rightName != null) {
            return Folding.of(op, List.of(expression(right), place(rightName, left)));
        }
        return operation(expr, op, List.of(left, right));
    }

    private Expression in(CelExpr expr, CelExpr element, CelExpr list) throws ConditionException {
        if (list.getKind() != CelExpr.ExprKind.Kind.LIST) {
            throw refused(expr, "\"in\" has no list", "write it like caller.age in [65, 70]");
        }
        Expression any = Expression.Constant.FALSE;
        for (CelExpr candidate : list.list().elements()) {
            Expression equal = equality(expr, RuleOp.EQUAL, element, candidate);
            any = Folding.of(RuleOp.OR, List.of(any, equal));
        }
        return any;
    }

    private static ConditionField nameField(CelExpr expr) {
        ConditionField field = expr.getKind() == CelExpr.ExprKind.Kind.IDENT
                ? ConditionField.named(expr.ident().name())
                : null;
        return field != null && field.isName() ? field : null;
    }

    /** The place of the quoted name among those the field can have. */
    private Expression place(ConditionField field, CelExpr expr) throws ConditionException {
        if (expr.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || expr.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            throw refused(expr, field.text() + " is compared with no name in quotes", "write the name");
        }
        String name = expr.constant().stringValue();
        List<String> valid = names.of(field);
        int place = valid.indexOf(name);
        if (place < 0) {
            throw refused(
                    expr,
                    "unknown " + (field == ConditionField.QUEUE_NAME ? "queue" : "centre") + " \"" + name + "\"",
                    NearestName.remedy(name, valid, "write one of: " + String.join(", ", valid)));
        }
        return new Expression.Constant(place);
    }

    private long window(CelExpr expr) throws ConditionException {
        Expression window = expression(expr);
        if (window instanceof Expression.Constant(long millis) && millis > 0 && millis <= MAX_WINDOW.toMillis()) {
            return millis;
        }
        throw refused(expr, "the window of caller.contacts is out of range", "write a time from 1ms to 24h");
    }

    private long duration(CelExpr expr, CelExpr text) throws ConditionException {
        String written = text.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && text.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? text.constant().stringValue()
                : "";
        Matcher part = CEL_DURATION.matcher(written);
        long millis = 0;
        int end = 0;
        while (end < written.length() && part.find(end) && part.start() == end) {
            millis += Durations.parse(part.group()).orElseThrow().toMillis();
            end = part.end();
        }
        if (end == 0 || end < written.length()) {
            throw refused(expr, "duration('" + written + "') is no time", "write one like 4m or duration('1h30m')");
        }
        return millis;
    }

    private Expression refusedOperator(CelExpr expr, String function) throws ConditionException {
        throw refused(
                expr,
                "\"" + function.replace("_", "") + "\" is not among what rules can compute",
                "write + - * / and " + ConditionCompiler.OPERATORS);
    }

    private ConditionException refused(CelExpr expr, String what, String remedy) {
        int offset = tree.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
        String cel = source.cel();
        boolean selection = expr.getKind() == CelExpr.ExprKind.Kind.IDENT;
        boolean function = expr.getKind() == CelExpr.ExprKind.Kind.CALL
                && offset > 0
                && offset < cel.length()
                && cel.charAt(offset) == '(';
        // CEL keeps the place of a selection's dot and of a call's parenthesis: go back to where the word begins.
        while ((selection || function) && offset > 0 && Character.isLetter(cel.charAt(offset - 1))) {
            offset--;
        }
        return new ConditionException(source.origin(offset), what, remedy);
    }
}
