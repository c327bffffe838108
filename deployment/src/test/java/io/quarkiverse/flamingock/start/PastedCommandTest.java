package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkus.test.QuarkusUnitTest;

/**
 * The command that a message shows for a change with an unusual id, as a shell hands it on.
 */
class PastedCommandTest {

    static final String ID = "it's a $HOME `x` \\ \"${change}\"";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Odd.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:pasted;DB_CLOSE_DELAY=-1")
            .overrideConfigKey("quarkus.flamingock.target-systems.\"a topic\".kind", "non-transactional")
            .overrideRuntimeConfigKey("quarkus.flamingock.on-issue", "continue");

    @TargetSystem("a topic")
    @Change(id = ID, author = "team")
    public static class _1__Odd {
        @Apply
        void apply() {
            throw new IllegalStateException("topic exists");
        }
    }

    @Inject
    Flamingock flamingock;

    @Test
    void isWhatWasMeant() throws IOException, InterruptedException {
        Issue issue = flamingock.issues().get(0);
        String command = issue.guidance().lines().filter(line -> line.contains("the change is there:")).findFirst()
                .orElseThrow()
                .replaceFirst(".*the change is there: *", "");
        assertThat(command).startsWith("java ").endsWith(" -Dquarkus.flamingock.fix.resolution=EXECUTED -jar quarkus-run.jar");

        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();

        assertThat(printed).isEqualTo("java\n-Dquarkus.flamingock.fix.change-id=" + ID.replace("$", "\\$")
                + "\n-Dquarkus.flamingock.fix.resolution=EXECUTED\n-jar\nquarkus-run.jar\n");
    }
}
