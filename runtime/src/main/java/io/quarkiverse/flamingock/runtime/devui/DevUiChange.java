package io.quarkiverse.flamingock.runtime.devui;

/**
 * One line of the Dev UI's page.
 *
 * @param id the id of the change
 * @param order its position
 * @param state pending, executed, failed or edited since
 * @param detail the last recorded state and what a start would do now
 * @param targetSystem the id of its target system
 * @param author who answers for it
 * @param description what it does; may be empty
 * @param source the class or file that it comes from
 * @param lastRun when the last event was recorded, by the clock of the audit store; empty if there is none
 * @param error the last error, empty if there is none
 */
public record DevUiChange(String id, String order, String state, String detail, String targetSystem, String author,
        String description, String source, String lastRun, String error) {
}
