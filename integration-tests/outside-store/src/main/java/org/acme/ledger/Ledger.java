package org.acme.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import org.acme.files.DurableFile;
import org.acme.files.Fields;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.Head;

/**
 * A file that lines are added to. Each line is one write, the whole of it, with its checksum in front: a line that a writer
 * left
 * unfinished is none.
 */
final class Ledger {

    /**
     * One write.
     *
     * @param service the application
     * @param head its head from then on
     * @param events what happened
     */
    record Entry(String service, Head head, List<AuditEvent> events) {
    }

    private final DurableFile file;

    Ledger(Path file) {
        this.file = new DurableFile(file);
    }

    void append(Entry entry) throws IOException {
        StringBuilder text = new StringBuilder(new Fields().with("service", entry.service())
                .with("sequence", entry.head().sequence()).with("settled", entry.head().settled())
                .with("hash", entry.head().hash()).toString());
        for (AuditEvent event : entry.events()) {
            Fields fields = new Fields();
            for (AuditField field : AuditField.values()) {
                fields.with(field.name(), field.of(event));
            }
            text.append(' ').append(fields);
        }
        file.append(checksum(text.toString()) + " " + text);
    }

    List<Entry> entries(String service) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : file.lines()) {
            int space = line.indexOf(' ');
            if (space < 0 || !line.substring(0, space).equals(checksum(line.substring(space + 1)))) {
                continue;
            }
            String[] parts = line.substring(space + 1).split(" ");
            Fields head = Fields.parse(parts[0]);
            if (head.text("service").equals(service)) {
                entries.add(new Entry(service,
                        new Head(head.number("sequence"), head.text("settled"), head.text("hash")), events(parts)));
            }
        }
        return entries;
    }

    private static List<AuditEvent> events(String[] parts) {
        List<AuditEvent> events = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            Fields fields = Fields.parse(parts[i]);
            events.add(AuditField.event(field -> value(field, fields.text(field.name()))));
        }
        return events;
    }

    private static Object value(AuditField field, String text) {
        if (text == null || field.type() == String.class) {
            return text;
        }
        return field.type() == Boolean.class ? Boolean.valueOf(text)
                : field.type() == Instant.class ? Instant.parse(text) : Long.valueOf(text);
    }

    private static String checksum(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}
