package io.quarkiverse.flamingock.error;

/**
 * A target system is held by an audit store that is not the one of this application. Nothing was applied.
 */
public class OtherAuditStoreException extends FlamingockException {

    /**
     * @param message what happened and what to do
     */
    public OtherAuditStoreException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what to do
     * @param cause the error behind it; may be null
     */
    public OtherAuditStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * @param target the id of the target system
     * @param place the table or collection of its fence
     * @param found the id of the audit store that it knows
     * @param token the newest token of that one
     * @param own the id of the audit store of this application
     * @return an error that says so
     */
    public static OtherAuditStoreException of(String target, String place, String found, long token, String own) {
        return new OtherAuditStoreException("Target system " + target
                + " is changed by applications that record in another audit"
                + " store: " + place + " names audit store " + found + ", with token " + token
                + ", and the one of this application is " + own
                + ". Tokens of two audit stores can't protect one target system. Let both applications use the same audit store, or"
                + " another id for their target systems where these are not the same; or, if that audit store was dropped or"
                + " replaced by this one, set quarkus.flamingock.replaces-audit-store=" + found
                + " for one start. Nothing was applied.");
    }
}
