package io.quarkiverse.flamingock.deployment.generate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over several values, each preceded by its length so that no two sequences of values look alike.
 */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    Sha256 add(String value) {
        return add(value.getBytes(StandardCharsets.UTF_8));
    }

    Sha256 add(byte[] value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).flip());
        digest.update(value);
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
