package io.quarkiverse.flamingock.runtime.engine.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.spi.AuditField;

/**
 * The hash of an event over all that the engine writes of it, the hash of the event before included. Its time is left out:
 * the audit store sets that in the same statement.
 */
public final class HashChain {

    private static final String PLAIN = "sha256:";
    private static final String KEYED = "hmac-sha256:";

    /** In this order for ever: a field that is added later comes after them. */
    private static final Set<AuditField> HASHED = EnumSet.range(AuditField.SEQUENCE, AuditField.INTERRUPTIONS);

    private final byte[] key;

    /**
     * @param key makes hashes that nobody without it can make; null for plain ones
     */
    public HashChain(String key) {
        this.key = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @return whether there is a key
     */
    public boolean isKeyed() {
        return key != null;
    }

    /**
     * @param hash a hash that was recorded
     * @return whether it was made with a key
     */
    public static boolean isKeyed(String hash) {
        return hash.startsWith(KEYED);
    }

    /** The hash that new events are chained with. */
    String hash(AuditEvent event) {
        return key == null ? plain(event) : keyed(event);
    }

    /**
     * @param event an event as it was read
     * @param recorded the hash that was recorded of it; a keyed one needs the key
     * @return whether it is that of the event
     */
    public boolean fits(AuditEvent event, String recorded) {
        return recorded.equals(isKeyed(recorded) ? keyed(event) : plain(event));
    }

    private static String plain(AuditEvent event) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            feed(event, digest::update);
            return PLAIN + HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String keyed(AuditEvent event) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            feed(event, mac::update);
            return KEYED + HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Each value with its length in front, so that no two events look alike. Some stores can't tell an empty text from none.
     */
    private static void feed(AuditEvent event, Consumer<byte[]> sink) {
        feed(AuditField.PREVIOUS_HASH.of(event), sink);
        for (AuditField field : HASHED) {
            feed(field.of(event), sink);
        }
    }

    private static void feed(Object value, Consumer<byte[]> sink) {
        byte[] bytes = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
        sink.accept(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sink.accept(bytes);
    }
}
