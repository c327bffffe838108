package io.quarkiverse.flamingock.spi;

/**
 * How many characters the texts of an audit event have at most. The engine cuts them before they are hashed and handed to
 * an audit store, which keeps them as they are: a hash must fit what can be read back.
 */
public final class EventLimits {

    /** Ids, order, author, checksum, user, host, version, tag. */
    public static final int TEXT = 255;
    /** The description of a change. */
    public static final int DESCRIPTION = 4000;
    /** The class or file of a change. */
    public static final int SOURCE = 1000;
    /** The error. */
    public static final int ERROR = 4000;
    /** What settled an outcome. */
    public static final int RESOLVED_BY = 1000;

    private EventLimits() {
    }
}
