package io.quarkiverse.flamingock.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.logging.LogRecord;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.response.Response;

/**
 * A change that is broken when dev mode is started is executed once, and the application starts, to show the problem.
 */
class BrokenChangeTest {

    private static final Path EXECUTIONS = Path.of("target", "executions-" + UUID.randomUUID()).toAbsolutePath();
    private static final String AGAIN = "That was before this reload. Nothing was executed again, as no change was edited, added"
            + " or removed since. Where something else was mended, start dev mode again.";

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__CreateNote.class, _4__Break.class, Notes.class)
                    .addAsResource(new StringAsset("""
                            quarkus.datasource.db-kind=h2
                            quarkus.datasource.jdbc.url=jdbc:h2:file:./target/broken-%s
                            quarkus.datasource.devservices.enabled=false
                            executions=%s
                            """.formatted(UUID.randomUUID(), EXECUTIONS)), "application.properties"))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock"));

    @TempDir
    static Path profile;

    @Test
    void isExecutedOnceUntilTheCodeChanges() throws IOException {
        for (int i = 0; i < 3; i++) {
            Response response = Requests.get("/notes");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.asString()).contains("A change failed.", "is in state ROLLED_BACK on target system",
                    "not found",
                    "_4__Break.apply(_4__Break.java:");
        }
        assertThat(Files.readAllLines(EXECUTIONS)).as("executions, whatever is requested").hasSize(1);
        assertThat(APPLICATION.getLogRecords()).extracting(LogRecord::getMessage).anyMatch(text -> text.startsWith("A change"
                + " failed.")).contains("Outside of dev mode this application would not start. Here it does, without what is"
                        + " pending; all its pages but the Dev UI show the problem until it is mended.");
        showsTheProblem("2 changes, 1 pending", "A change failed.");

        APPLICATION.modifySourceFile(Notes.class,
                source -> source.replace("return notes", "// reloaded\n        return notes"));
        assertThat(Requests.get("/notes").asString()).contains("A change failed.", AGAIN);
        assertThat(Files.readAllLines(EXECUTIONS)).as("executions, after other code was edited").hasSize(1);
        showsTheProblem("2 changes, 1 pending", AGAIN);

        APPLICATION.modifySourceFile(_4__Break.class, source -> source.replace("INTO missing", "INTO note"));
        assertThat(Requests.get("/notes").asString()).isEqualTo("[repaired]");
        assertThat(Files.readAllLines(EXECUTIONS)).hasSize(2);
    }

    private static void showsTheProblem(String summary, String problem) {
        assertThat(Requests.get("/q/dev-ui/").statusCode()).isEqualTo(200);
        if (Browser.isInstalled() || "true".equals(System.getenv("CI"))) {
            try (Browser browser = Browser.start(profile)) {
                String page = browser.open(Requests.url("/q/dev-ui/quarkus-flamingock/changes"))
                        .await(text -> text.contains(summary) && text.contains(problem));
                assertThat(page.indexOf(problem)).as("the problem is on top").isBetween(0, page.indexOf(summary));
            }
        }
    }
}
