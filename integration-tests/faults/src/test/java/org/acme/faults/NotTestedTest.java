package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/**
 * What is not tested is said in the documentation, too.
 */
class NotTestedTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "modules", "ROOT", "pages", "reference",
            "what-happens-when.adoc");

    @Test
    void theDocumentationHasTheSameRows() throws IOException {
        assertThat(Files.readAllLines(PAGE)).containsSubsequence(NotTested.ROWS.stream()
                .map(row -> "|" + row.row() + " |" + row.where() + " |" + row.why()).toList());
    }
}
