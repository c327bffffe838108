package io.quarkiverse.flamingock.dev;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.HistoryQuery;

/**
 * Applies in a request.
 */
@Singleton
@jakarta.ws.rs.Path("/later")
public class Later {

    @ConfigProperty(name = "later.directory")
    Path directory;

    @Inject
    Flamingock flamingock;

    @GET
    public String apply() {
        return flamingock.apply().applied().toString();
    }

    @GET
    @jakarta.ws.rs.Path("history")
    public String history() {
        return "version 1: " + flamingock.history(HistoryQuery.newest(10)).stream().map(event -> event.state().name()).toList();
    }

    /** Says that it waits, and waits until it is told to go on. */
    void await() throws Exception {
        Files.createFile(directory.resolve("waiting"));
        while (!Files.exists(directory.resolve("go-on"))) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
