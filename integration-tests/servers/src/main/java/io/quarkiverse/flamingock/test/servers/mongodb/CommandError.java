package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A command that the server refuses, with the number and the name that MongoDB gives to the reason.
 */
final class CommandError extends RuntimeException {

    static final String TRANSIENT = "TransientTransactionError";

    private static final long serialVersionUID = 1;

    private final int code;
    private final String codeName;

    CommandError(int code, String codeName, String message) {
        super(message, null, false, false);
        this.code = code;
        this.codeName = codeName;
    }

    static CommandError notInTransaction(String what) {
        return new CommandError(263, "OperationNotSupportedInTransaction",
                what + " is not supported in a multi-document transaction");
    }

    static CommandError noSuchTransaction(long number) {
        return new CommandError(251, "NoSuchTransaction", "Transaction " + number + " has been aborted or was never begun");
    }

    /** What a server answers that has not begun it: after a fail-over, the one that was begun on another. */
    static CommandError neverBegun(long number, long active) {
        return new CommandError(251, "NoSuchTransaction", "Given transaction number " + number
                + " does not match any in-progress transactions. The active transaction number is " + active);
    }

    static CommandError writeConflict() {
        return new CommandError(112, "WriteConflict", "WriteConflict");
    }

    static CommandError tooLate() {
        return new CommandError(50, "MaxTimeMSExpired", "operation exceeded time limit");
    }

    static CommandError badValue(String message) {
        return new CommandError(2, "BadValue", message);
    }

    int code() {
        return code;
    }

    /** Whether the whole transaction may be tried again. */
    private boolean passes() {
        return code == 112 || code == 251 || code == 246 || code == 24;
    }

    /** The answer to a command. */
    Document answer(boolean inTransaction) {
        Document answer = new Document("ok", 0.0).append("errmsg", getMessage()).append("code", code)
                .append("codeName", codeName);
        if (inTransaction && passes()) {
            answer.append("errorLabels", List.of(TRANSIENT));
        }
        return answer;
    }

    /** An entry of {@code writeErrors}. */
    Document writeError(int index) {
        return new Document("index", index).append("code", code).append("errmsg", getMessage());
    }
}
