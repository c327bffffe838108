package org.acme.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.acme.files.DurableFile;
import org.acme.files.Fields;

import io.quarkiverse.flamingock.spi.Lease;

/**
 * The file of locks: a line for each target system that was ever locked.
 */
final class Locks {

    /**
     * A lock.
     *
     * @param owner who has it; null if nobody does
     * @param token its newest token
     * @param until when its lease is over
     * @param takenOver whether an owner before did not release it, and nobody has waited yet for what it had sent
     */
    record Lock(String owner, long token, Instant until, boolean takenOver) {

        /** Nobody ever had it. */
        static final Lock NEW = new Lock(null, 0, Instant.EPOCH, false);

        boolean isHeldAt(Instant now) {
            return owner != null && until.isAfter(now);
        }

        boolean belongsTo(Lease lease) {
            return lease.owner().equals(owner) && lease.token() == token;
        }
    }

    private final DurableFile file;

    Locks(Path file) {
        this.file = new DurableFile(file);
    }

    Lock of(String name) throws IOException {
        return all().getOrDefault(name, Lock.NEW);
    }

    void put(String name, Lock lock) throws IOException {
        Map<String, Lock> locks = all();
        locks.put(name, lock);
        file.prepare(locks.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).toList());
        file.publish();
    }

    private Map<String, Lock> all() throws IOException {
        Map<String, Lock> locks = new LinkedHashMap<>();
        for (String line : file.lines()) {
            Fields fields = Fields.parse(line);
            locks.put(fields.text("name"), new Lock(fields.text("owner"), fields.number("token"),
                    Instant.parse(fields.text("until")), Boolean.parseBoolean(fields.text("takenOver"))));
        }
        return locks;
    }

    private static String line(String name, Lock lock) {
        return new Fields().with("name", name).with("owner", lock.owner()).with("token", lock.token())
                .with("until", lock.until()).with("takenOver", lock.takenOver()).toString();
    }
}
