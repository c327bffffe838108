package io.quarkiverse.flamingock.runtime.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.engine.settings.Settings;

/**
 * What is said of edits where the head has no room for all of them, or a message for all commands.
 */
class EditsTest {

    private final Edits edits = new Edits(
            new Settings("shop", null, null, null, null, 1, () -> "java %s -jar quarkus-run.jar", null));

    @Test
    void someHaveNoRoom() {
        assertThat(edits.noted(List.of("a"), 3))
                .startsWith("Executed changes differ from today's code, or from the order in it,"
                        + " and are not applied again: a, and 2 more whose ids are too long to be noted, which Flamingock.plan() shows.\n")
                .endsWith("-Dquarkus.flamingock.accept.change-id=a '-Dquarkus.flamingock.accept.reason=<why>' -jar"
                        + " quarkus-run.jar\n  and the same for the other 2");
        assertThat(edits.noted(List.of(), 1)).contains("are not applied again: 1 whose id is too long to be noted, which"
                + " Flamingock.plan() shows.\n").endsWith("applies nothing and exits:\n  java"
                        + " '-Dquarkus.flamingock.accept.change-id=<id>' '-Dquarkus.flamingock.accept.reason=<why>' -jar"
                        + " quarkus-run.jar");
    }

    @Test
    void tenCommandsAreEnough() {
        List<String> ids = IntStream.range(0, 12).mapToObj(i -> "c" + i).toList();

        assertThat(edits.noted(ids, 12).lines()).hasSize(13).last().isEqualTo("  and the same for the other 2");
    }
}
