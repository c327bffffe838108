package io.quarkiverse.flamingock.runtime.engine.record;

import java.util.Collection;

import io.quarkiverse.flamingock.spi.StateRow;

/**
 * What an operator is told about records that could not be made.
 */
final class RecordMessages {

    private RecordMessages() {
    }

    static String writeRefused(Collection<String> targets) {
        boolean several = targets.size() > 1;
        return "The audit store refused a write because " + (several ? "one of the locks on target systems '"
                : "the lock on target system '") + String.join("', '", targets)
                + "' is held by another instance now. This instance has stopped; start it again.";
    }

    static String writeOvertaken(String change, StateRow row) {
        return "Another instance has recorded " + (row == null ? "nothing" : row.state()) + " for change '" + change
                + "' meanwhile. This instance has stopped and wrote nothing more; start it again.";
    }

    static String executedNotRecorded(String change, String error) {
        return "Change '" + change + "' was applied and is not taken back, but that could not be recorded. " + error;
    }

    static String notSettled(String error) {
        return "Nothing is pending, but that could not be noted, so that the next start reads all states again: "
                + error;
    }
}
