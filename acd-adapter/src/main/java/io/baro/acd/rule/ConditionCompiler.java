package io.baro.acd.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;

/**
 * Turns the text of a condition into what the router can compute: dev.cel parses and checks it, {@link CelTranslation} translates
 * it. Never evaluates one. Used by the one thread that loads.
 */
public final class ConditionCompiler {
    static final String OPERATORS = "< <= > >= == != in, joined by && || !";

    private final CelCompiler cel = declared();
    private final ConditionNames names;

    public ConditionCompiler(ConditionNames names) {
        this.names = names;
    }

    /** The condition, or what is wrong with it: the first mistake. */
    public Condition compile(String text) throws ConditionException {
        DurationLiterals source = DurationLiterals.rewrite(text);
        try {
            CelAbstractSyntaxTree parsed = tree(cel.parse(source.cel()), source);
            new FieldNames(parsed, source, names).check();
            CelAbstractSyntaxTree checked = tree(cel.check(parsed), source);
            return new Condition(new CelTranslation(checked, source, names).translate());
        } catch (CelValidationException unexpected) {
            throw new ConditionException(0, unexpected.getMessage(), "write one of: " + OPERATORS);
        }
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result, DurationLiterals source)
            throws ConditionException, CelValidationException {
        if (result.hasError()) {
            CelIssue first = result.getErrors().getFirst();
            throw CelComplaint.translate(first, source);
        }
        return result.getAst();
    }

    private static CelCompiler declared() {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().setResultType(SimpleType.BOOL);
        for (ConditionField field : ConditionField.values()) {
            if (field == ConditionField.CALLER_CONTACTS) {
                builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        field.text(),
                        CelOverloadDecl.newGlobalOverload("contacts_within", SimpleType.INT, SimpleType.DURATION)));
            } else {
                builder.addVar(field.text(), field.type());
            }
        }
        return builder.build();
    }
}
