package io.quarkiverse.flamingock.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.RecordedChange;
import io.quarkiverse.flamingock.result.RecordedExecution;
import io.quarkiverse.flamingock.result.RecordedProcess;
import io.quarkiverse.flamingock.result.Settlement;

/**
 * The values of an audit event, for who stores them: a store that goes through all constants keeps values that are added
 * later, too. Names of constants never change, so that a store may make the names of its columns of them.
 * <p>
 * The engine cuts texts to their length before they are hashed and handed to a store, which keeps them as they are: a hash
 * must fit what can be read back.
 */
public enum AuditField {

    /** The position among all events of the service. */
    SEQUENCE(Long.class, true),
    /** The run that wrote the event. */
    EXECUTION_ID(AuditField.TEXT_LENGTH, false),
    /** The number of the execution of the change. */
    ATTEMPT(Integer.class, true),
    /** The id of the change; never cut. */
    CHANGE_ID(AuditField.TEXT_LENGTH, true),
    /** The name of a {@link ChangeState}. */
    STATE(40, true),
    /** The id of the target system; never cut. */
    TARGET_SYSTEM(AuditField.TEXT_LENGTH, true),
    /** The order of the change. */
    CHANGE_ORDER(AuditField.TEXT_LENGTH, true),
    /** Who answers for the change. */
    AUTHOR(AuditField.TEXT_LENGTH, false),
    /** What the change does. */
    DESCRIPTION(4000, false),
    /** The class or file of the change. */
    SOURCE(1000, false),
    /** Whether the execution took part in a transaction of the target system. */
    TRANSACTIONAL(Boolean.class, true),
    /** The name of a {@link RecoveryStrategy}. */
    RECOVERY(40, false),
    /** The fencing token that the writer held. */
    TOKEN(Long.class, true),
    /** How long the step took; may be null. */
    DURATION_NANOS(Long.class, false),
    /** The error. */
    ERROR(4000, true),
    /** Who ran it. */
    EXECUTED_BY(AuditField.TEXT_LENGTH, false),
    /** Where the process ran. */
    HOST(AuditField.TEXT_LENGTH, false),
    /** The version of the application. */
    APPLICATION_VERSION(AuditField.TEXT_LENGTH, false),
    /** The release tag. */
    TAG(AuditField.TEXT_LENGTH, false),
    /** The checksum of the change's code. */
    CHECKSUM(AuditField.TEXT_LENGTH, true),
    /** What settled an open outcome. */
    RESOLVED_BY(1000, false),
    /** The token of the execution that was settled; may be null. */
    RESOLVED_TOKEN(Long.class, false),
    /** How many executions in a row ended before without an outcome. */
    INTERRUPTIONS(Integer.class, true),
    /** The hash of the event before. */
    PREVIOUS_HASH(AuditField.TEXT_LENGTH, false),
    /** When, by the store's clock: the one value that the store itself makes, as it writes the event. */
    TIME(Instant.class, false);

    /** How many characters a text has at most where its constant says nothing else. */
    public static final int TEXT_LENGTH = 255;

    private final Class<?> type;
    private final int length;
    private final boolean inState;

    AuditField(Class<?> type, boolean inState) {
        this.type = type;
        this.length = 0;
        this.inState = inState;
    }

    AuditField(int length, boolean inState) {
        this.type = String.class;
        this.length = length;
        this.inState = inState;
    }

    /**
     * @return String, Long, Integer, Boolean or Instant
     */
    public Class<?> type() {
        return type;
    }

    /**
     * @return how many characters a text has at most; 0 where the value is no text
     */
    public int length() {
        return length;
    }

    /**
     * @return whether the value belongs to the {@link StateRow} of a change, too
     */
    public boolean inState() {
        return inState;
    }

    /**
     * @param event an event
     * @return its value to store, of the {@link #type()}; texts, {@link #DURATION_NANOS}, {@link #RESOLVED_TOKEN} and
     *         {@link #TIME} may be null
     */
    public Object of(AuditEvent event) {
        return switch (this) {
            case SEQUENCE -> event.sequence();
            case EXECUTION_ID -> event.execution().id();
            case ATTEMPT -> event.execution().attempt();
            case CHANGE_ID -> event.change().id();
            case STATE -> event.state().name();
            case TARGET_SYSTEM -> event.change().targetSystem();
            case CHANGE_ORDER -> event.change().order();
            case AUTHOR -> event.change().author();
            case DESCRIPTION -> event.change().description();
            case SOURCE -> event.change().source();
            case TRANSACTIONAL -> event.execution().transactional();
            case RECOVERY -> event.change().recovery() == null ? null : event.change().recovery().name();
            case TOKEN -> event.execution().token();
            case DURATION_NANOS -> event.execution().duration() == null ? null : event.execution().duration().toNanos();
            case ERROR -> event.execution().error();
            case EXECUTED_BY -> event.process().executedBy();
            case HOST -> event.process().host();
            case APPLICATION_VERSION -> event.process().applicationVersion();
            case TAG -> event.process().tag();
            case CHECKSUM -> event.change().checksum();
            case RESOLVED_BY -> event.settlement() == null ? null : event.settlement().by();
            case RESOLVED_TOKEN -> event.settlement() == null ? null : event.settlement().token();
            case INTERRUPTIONS -> event.execution().interruptions();
            case PREVIOUS_HASH -> event.previousHash();
            case TIME -> event.time();
        };
    }

    /**
     * @param row a state
     * @return its value of a field that is {@linkplain #inState() in the state}, as of its event
     * @throws IllegalArgumentException where the field is not
     */
    public Object of(StateRow row) {
        return switch (this) {
            case SEQUENCE -> row.sequence();
            case ATTEMPT -> row.attempt();
            case CHANGE_ID -> row.changeId();
            case STATE -> row.state().name();
            case TARGET_SYSTEM -> row.targetSystem();
            case CHANGE_ORDER -> row.order();
            case TRANSACTIONAL -> row.transactional();
            case TOKEN -> row.token();
            case ERROR -> row.error();
            case CHECKSUM -> row.checksum();
            case INTERRUPTIONS -> row.interruptions();
            default -> throw new IllegalArgumentException(name() + " is not part of a state");
        };
    }

    /**
     * Makes an event of what was stored. Only {@link #STATE} has to be there: a value that is null, as one that was stored
     * before its constant was added, is 0, false or null in the event.
     *
     * @param values gives the value of a field or null; numbers may be of any type
     * @return the event
     */
    public static AuditEvent event(Function<AuditField, ?> values) {
        StoredValues stored = new StoredValues(values);
        String recovery = stored.text(RECOVERY);
        Long nanos = stored.numberOrNull(DURATION_NANOS);
        Duration duration = nanos == null ? null : Duration.ofNanos(nanos);
        String resolvedBy = stored.text(RESOLVED_BY);
        Long resolvedToken = stored.numberOrNull(RESOLVED_TOKEN);
        return new AuditEvent(stored.number(SEQUENCE), (Instant) values.apply(TIME), stored.state(),
                new RecordedChange(stored.text(CHANGE_ID), stored.text(CHANGE_ORDER), stored.text(AUTHOR),
                        stored.text(DESCRIPTION), stored.text(SOURCE), stored.text(TARGET_SYSTEM),
                        recovery == null ? null : stored.recovery(recovery), stored.text(CHECKSUM)),
                new RecordedExecution(stored.text(EXECUTION_ID), (int) stored.number(ATTEMPT),
                        (int) stored.number(INTERRUPTIONS), stored.flag(TRANSACTIONAL), stored.number(TOKEN), duration,
                        stored.text(ERROR)),
                new RecordedProcess(stored.text(EXECUTED_BY), stored.text(HOST), stored.text(APPLICATION_VERSION),
                        stored.text(TAG)),
                resolvedBy == null && resolvedToken == null ? null
                        : new Settlement(resolvedBy, stored.number(RESOLVED_TOKEN)),
                stored.text(PREVIOUS_HASH));
    }

    /**
     * Makes a state of what was stored of it, or of its event.
     *
     * @param values gives the value of a field that is {@linkplain #inState() in the state} or null; numbers may be of any
     *        type
     * @return the state
     */
    public static StateRow state(Function<AuditField, ?> values) {
        StoredValues stored = new StoredValues(values);
        return new StateRow(stored.text(CHANGE_ID), stored.state(), (int) stored.number(ATTEMPT),
                stored.number(TOKEN), stored.text(TARGET_SYSTEM), stored.text(CHANGE_ORDER), stored.text(CHECKSUM),
                stored.flag(TRANSACTIONAL), stored.number(SEQUENCE), stored.text(ERROR), (int) stored.number(INTERRUPTIONS));
    }
}
