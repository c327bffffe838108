package io.quarkiverse.flamingock.spi;

/**
 * What became of the code of a change.
 *
 * @param kind what is known of its effects
 * @param error why it did not succeed; null only for {@link Kind#APPLIED}
 */
public record Outcome(Kind kind, Throwable error) {

    /** What is known of the effects. */
    public enum Kind {
        /** All effects are there, and durable. */
        APPLIED,
        /** Proven: no effect is there. */
        NOT_APPLIED,
        /** Proven: no effect is there. Another transaction was in the way, and trying again may succeed. */
        CONFLICT,
        /** The code failed, and effects may remain: they were seen, or nothing could be watched. */
        PARTLY_APPLIED,
        /**
         * The code failed. Nothing was sent through what the target system {@linkplain Supply#watches watches}; whether the
         * code
         * had other means, the engine knows.
         */
        NOTHING_SENT,
        /**
         * The code failed. All that was sent through what the target system {@linkplain Supply#watches watches} was refused;
         * whether the code had other means, the engine knows.
         */
        REFUSED,
        /** The code failed, and whether it had effects nobody can say: nothing is taken back without evidence. */
        UNPROVEN,
        /** The token is no longer the newest: nothing takes effect any more, and a newer holder settles what did before. */
        LOCK_LOST,
        /**
         * Proven: no effect is there. The marker that the transaction met is not the one that was read behind the fence; the
         * error is an {@link OtherMarkerException} that holds it.
         */
        OTHER_MARKER,
        /** Nothing is known; the next start finds out. */
        UNKNOWN
    }

    /** All effects are there. */
    public static final Outcome APPLIED = new Outcome(Kind.APPLIED, null);

    /**
     * @param error the error of the code
     * @return no effect is there
     */
    public static Outcome notApplied(Throwable error) {
        return new Outcome(Kind.NOT_APPLIED, error);
    }

    /**
     * @param error how another transaction was in the way
     * @return no effect is there, and trying again may succeed
     */
    public static Outcome conflict(Throwable error) {
        return new Outcome(Kind.CONFLICT, error);
    }

    /**
     * @param error the error of the code
     * @return effects may remain
     */
    public static Outcome partlyApplied(Throwable error) {
        return new Outcome(Kind.PARTLY_APPLIED, error);
    }

    /**
     * @param error the error of the code
     * @return nothing was sent through what is watched
     */
    public static Outcome nothingSent(Throwable error) {
        return new Outcome(Kind.NOTHING_SENT, error);
    }

    /**
     * @param error the error of the code
     * @return all that was sent through what is watched was refused
     */
    public static Outcome refused(Throwable error) {
        return new Outcome(Kind.REFUSED, error);
    }

    /**
     * @param error the error of the code
     * @return nobody can say whether there are effects
     */
    public static Outcome unproven(Throwable error) {
        return new Outcome(Kind.UNPROVEN, error);
    }

    /**
     * @param error how the loss was noticed
     * @return the token is no longer the newest; a newer holder settles what became of the execution
     */
    public static Outcome lockLost(Throwable error) {
        return new Outcome(Kind.LOCK_LOST, error);
    }

    /**
     * @param error tells what was found
     * @return no effect is there, and what was read behind the fence was out of date
     */
    public static Outcome otherMarker(OtherMarkerException error) {
        return new Outcome(Kind.OTHER_MARKER, error);
    }

    /**
     * @param error why nothing is known
     * @return the next start finds out
     */
    public static Outcome unknown(Throwable error) {
        return new Outcome(Kind.UNKNOWN, error);
    }
}
