package org.acme.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Letters to customers, one per line of a file. Stands for a mail server: what was sent can't be taken back.
 */
@Singleton
public class Newsletter {

    private final Path letters;
    private final boolean down;

    Newsletter(@ConfigProperty(name = "quickstart.data") Path data,
            @ConfigProperty(name = "quickstart.mail-server-down") boolean down) {
        this.letters = data.resolve("newsletter.txt");
        this.down = down;
    }

    public void send(String letter) throws IOException {
        if (down) {
            throw new IOException("The mail server did not answer");
        }
        Files.createDirectories(letters.getParent());
        Files.writeString(letters, letter + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    List<String> sent() {
        try {
            return Files.exists(letters) ? Files.readAllLines(letters) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The letters in " + letters + " cannot be read", e);
        }
    }
}
