package io.quarkiverse.flamingock.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/**
 * Row C2: a live reload while a request applies a change. It waits for the change, whose connection stays open.
 */
class ReloadUnderChangeTest {

    private static final Path DIRECTORY = directory();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__AddLater.class, Later.class, Notes.class)
                    .addAsResource(new StringAsset("""
                            quarkus.datasource.db-kind=h2
                            quarkus.datasource.jdbc.url=jdbc:h2:file:%s/database
                            quarkus.datasource.devservices.enabled=false
                            quarkus.flamingock.apply-at-start=false
                            later.directory=%s
                            """.formatted(DIRECTORY, DIRECTORY)), "application.properties"));

    @Test
    void theChangeIsFinishedFirst() throws Exception {
        CompletableFuture<String> request = CompletableFuture
                .supplyAsync(() -> Requests.get("/later").asString());
        while (!Files.exists(DIRECTORY.resolve("waiting"))) {
            assertThat(request).isNotDone();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        APPLICATION.modifySourceFile(Later.class, source -> source.replace("version 1", "version 2"));
        CompletableFuture<String> reload = CompletableFuture
                .supplyAsync(() -> Requests.get("/later/history").asString());
        // Nothing is wrong where this is too short: the reload has not begun by then.
        TimeUnit.SECONDS.sleep(3);
        assertThat(reload).isNotDone();
        Files.createFile(DIRECTORY.resolve("go-on"));

        assertThat(reload.get(2, TimeUnit.MINUTES)).isEqualTo("version 2: [EXECUTED, STARTED]");
        assertThat(Requests.get("/notes").asString()).isEqualTo("[later]");
        assertThat(Requests.get("/later").asString()).isEqualTo("[]");
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("reload");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
