package io.baro.acd.rule;

/** A condition that cannot be taken: where in its text, what is wrong and what to do. Thrown to the thread that loads. */
public final class ConditionException extends Exception {
    private static final long serialVersionUID = 1;

    private final int offset;
    private final String remedy;

    ConditionException(int offset, String what, String remedy) {
        super(what);
        this.offset = offset;
        this.remedy = remedy;
    }

    /** From 0, in characters of the condition as it was written. */
    public int offset() {
        return offset;
    }

    public String what() {
        return getMessage();
    }

    public String remedy() {
        return remedy;
    }
}
