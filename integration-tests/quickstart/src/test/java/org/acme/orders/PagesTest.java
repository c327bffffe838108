package org.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * The pages of the documentation: each has a place in the navigation, and the code that they show is that of applications
 * which tests run. Links between pages are checked when the pages are built.
 */
class PagesTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path MODULE = ROOT.resolve(Path.of("docs", "modules", "ROOT"));
    private static final Path PAGES = MODULE.resolve("pages");
    private static final Pattern CODE = Pattern.compile("^\\[source(.*?)]\n----\n(.*?)^----$",
            Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void everyPageIsInTheNavigationOnce() throws IOException {
        List<String> linked = all("xref:([^\\[]+)\\[", Files.readString(MODULE.resolve("nav.adoc")));
        assertThat(linked).containsExactlyInAnyOrderElementsOf(pages().stream()
                .map(page -> PAGES.relativize(page).toString().replace('\\', '/')).toList());
    }

    @Test
    void everyPageHasTheTitleThatTheNavigationSays() throws IOException {
        String navigation = Files.readString(MODULE.resolve("nav.adoc"));
        for (Path page : pages()) {
            String title = Files.readString(page).lines().findFirst().orElseThrow().substring(2);
            assertThat(navigation).contains(PAGES.relativize(page).toString().replace('\\', '/') + "[" + title + "]");
        }
    }

    @Test
    void codeIsIncluded() throws IOException {
        for (Path page : pages()) {
            CODE.matcher(Files.readString(page)).results()
                    .filter(block -> !block.group(1).startsWith(",xml")) // coordinates with the version of the page
                    .forEach(block -> assertThat(block.group(2).lines().filter(line -> !line.isBlank())).as("%s", page)
                            .isNotEmpty().allMatch(line -> line.startsWith("include::{examples-dir}")));
        }
    }

    @Test
    void theWordsAreOurs() throws IOException {
        for (Path page : pages()) {
            assertThat(Files.readString(page)).as("%s", page).doesNotContainIgnoringCase("migration");
        }
    }

    @Test
    void linksFromTheRepositoryLeadSomewhere() throws IOException {
        for (String file : List.of("README.md", "CONTRIBUTING.md")) {
            assertThat(all("\\]\\((?!https?:)([^)#]+)", Files.readString(ROOT.resolve(file)))).as(file)
                    .allMatch(link -> Files.exists(ROOT.resolve(link)));
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".adoc"))
                    .filter(file -> !file.startsWith(PAGES.resolve("includes"))).toList();
        }
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
    }
}
