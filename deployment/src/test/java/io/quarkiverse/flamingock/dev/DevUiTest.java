package io.quarkiverse.flamingock.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.UUID;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.response.Response;

/**
 * The card and the page of the Dev UI, in a real browser. It runs wherever Chromium and its driver are installed, and
 * always on CI.
 */
class DevUiTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__CreateNote.class, _3__Upload.class, Notes.class)
                    .addAsResource(new StringAsset("""
                            quarkus.datasource.db-kind=h2
                            quarkus.datasource.jdbc.url=jdbc:h2:file:./target/dev-ui-%s
                            quarkus.datasource.devservices.enabled=false
                            quarkus.flamingock.on-issue=continue
                            quarkus.flamingock.target-systems.bucket.kind=non-transactional
                            """.formatted(UUID.randomUUID())), "application.properties"));

    private static final String PAGE = Requests.url("/q/dev-ui/");

    @TempDir
    static Path profile;

    @Test
    void showsThePipelineAndRefreshesWithoutReload() {
        assumeTrue(Browser.isInstalled() || "true".equals(System.getenv("CI")), "no Chromium with its driver is installed");
        try (Browser browser = Browser.start(profile)) {
            String card = browser.open(PAGE + "extensions").await(text -> text.contains("Changes 1"));
            assertThat(card).contains("Flamingock");

            String changes = browser.open(PAGE + "quarkus-flamingock/changes")
                    .await(text -> text.contains("2 changes, 1 pending"));
            assertThat(changes)
                    .contains("2 changes, 1 pending")
                    .containsPattern("1 *create-note Where notes are kept *executed *default *team *\\d{4}-\\d\\d-\\d\\dT")
                    .containsPattern("3 *upload *failed *bucket *storage-team .*IllegalStateException: bucket is read-only");
            browser.screenshot(Path.of("target", "dev-ui.png"));

            APPLICATION.modifySourceFile(_1__CreateNote.class, source -> source.replace("VARCHAR(50)", "VARCHAR(80)"));
            APPLICATION.addSourceFile(_2__AddNote.class);
            awaitNotes("[added while running]");
            browser.click("flamingock-refresh");
            assertThat(browser.await(text -> text.contains("3 changes, 1 pending")))
                    .containsPattern("create-note Where notes are kept *edited since")
                    .containsPattern("2 *add-note *executed");
            browser.screenshot(Path.of("target", "dev-ui-refreshed.png"));
        }
    }

    /**
     * The page in the browser asks, too, and may have the application restarted between the two edits, or at the same time as
     * this test: seen once, a request then got beans of two class loaders, until the next restart. So an answer that is an
     * error
     * is followed by another edit of the file.
     */
    private static void awaitNotes(String expected) {
        String notes = "";
        for (int i = 0; i < 20 && !notes.equals(expected); i++) {
            Response response = Requests.get("/notes");
            notes = response.asString();
            if (response.statusCode() == 500) {
                APPLICATION.modifySourceFile(_2__AddNote.class, source -> source + "\n// edited again\n");
            }
        }
        assertThat(notes).isEqualTo(expected);
    }
}
