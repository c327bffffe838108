package io.quarkiverse.flamingock.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.response.Response;

/**
 * Adding and editing a change applies it at the next request; a failing one shows the error page with its message.
 */
class LiveReloadTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__CreateNote.class, Notes.class)
                    .addAsResource(new StringAsset("""
                            quarkus.datasource.db-kind=h2
                            quarkus.datasource.jdbc.url=jdbc:h2:file:./target/live-reload-%s
                            quarkus.datasource.devservices.enabled=false
                            """.formatted(UUID.randomUUID())), "application.properties"));

    @Test
    void changesAreAppliedWhileTheApplicationRuns() {
        assertThat(notes().asString()).isEqualTo("[]");

        APPLICATION.addSourceFile(_2__AddNote.class);
        assertThat(notes().asString()).isEqualTo("[added while running]");

        APPLICATION.modifySourceFile(_2__AddNote.class, source -> source
                .replace("id = \"add-note\"", "id = \"add-another\"").replace("added while running", "edited"));
        assertThat(notes().asString()).isEqualTo("[added while running, edited]");

        APPLICATION.modifySourceFile(_2__AddNote.class, source -> source
                .replace("id = \"add-another\"", "id = \"break\"").replace("INTO note", "INTO missing"));
        Response failed = notes();
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.asString()).contains("A change failed.")
                .contains("is in state ROLLED_BACK on target system")
                .contains("io.quarkiverse.flamingock.dev._2__AddNote")
                .contains("was undone. Correct the change, or what it needs, and start again:");

        APPLICATION.modifySourceFile(_2__AddNote.class, source -> source.replace("INTO missing", "INTO note")
                .replace("edited", "repaired"));
        assertThat(notes().asString()).isEqualTo("[added while running, edited, repaired]");
    }

    private static Response notes() {
        return Requests.get("/notes");
    }
}
